package org.prefstream.export.download;

import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.dataset.DatasetView;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Rows;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** A project's part of the dataset as a format asks for it. */
record ViewedProject(DatasetView view, ComparisonSpec spec, ExportRequest request) implements ExportSource {

    @Override
    public Rows<ExportedTaskView> tasks() {
        return () -> view.tasks(request.selection())
                .map(judged -> ExportedTaskView.of(judged.task(), judged.annotations()));
    }

    @Override
    public Rows<byte[]> preferences() {
        return () -> view.preferences(request.selection());
    }

    @Override
    public Map<Long, ExportedAuthor.Person> people() {
        return view.people();
    }

    @Override
    public boolean has(String flag) {
        return request.flags().contains(flag);
    }
}
