package org.prefstream.export.format.training;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Rows;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/** Rows that were dealt to splits. */
record GivenSplits(List<Split> splits, About about) implements ExportSource {

    /** {@return one split without rows} */
    static GivenSplits empty(String split) {
        return new GivenSplits(List.of(new Split(split, Stream::empty)), new About("", ""));
    }

    @Override
    public ComparisonSpec spec() {
        return new ComparisonSpec(List.of(), List.of());
    }

    @Override
    public Rows<ExportedTaskView> tasks() {
        return Stream::empty;
    }

    @Override
    public Rows<byte[]> preferences() {
        return splits.get(0).rows();
    }

    @Override
    public Map<Long, ExportedAuthor.Person> people() {
        return Map.of();
    }

    @Override
    public boolean has(String flag) {
        return false;
    }
}
