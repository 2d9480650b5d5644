package org.prefstream.export.download;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.export.dataset.DatasetView;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.export.dataset.TieChoice;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Rows;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/**
 * A project's part of the dataset as a format asks for it.
 *
 * @param written what the records are made of where nothing is compared; null elsewhere, and for formats that cannot have it
 */
record ViewedProject(
        DatasetView view,
        ProjectRecord project,
        ExportRequest request,
        @Nullable WrittenAnswers written,
        Pseudonyms pseudonyms) implements ExportSource {

    @Override
    public ComparisonSpec spec() {
        return project.comparisonSpec();
    }

    @Override
    public About about() {
        return new About(project.title(), project.expertInstruction());
    }

    @Override
    public List<Split> splits() {
        if (request.splits().isEmpty()) {
            SplitChoice only = request.selection().pairs().split();
            return List.of(
                    new Split(only == null ? SplitChoice.TRAIN : only.split(), preferences(), preferencesWithOrigin()));
        }
        return request.splits().stream().map(this::split).toList();
    }

    private Split split(SplitChoice one) {
        Selection rows = request.selection().of(one);
        return new Split(one.split(), () -> view.preferences(rows), () -> view.preferencesWithOrigin(rows));
    }

    @Override
    public Rows<ExportedTaskView> tasks() {
        return () -> view.tasks(request.selection())
                .map(judged -> ExportedTaskView.of(judged.task(), judged.annotations()));
    }

    @Override
    public RowKind rows(ExportFormat format) {
        return written == null ? format.card().rows() : RowKind.ANNOTATION;
    }

    @Override
    public Rows<byte[]> preferences() {
        return written != null ? written::records : () -> view.preferences(request.selection());
    }

    @Override
    public Rows<byte[]> preferencesWithOrigin() {
        return written != null ? written::records : () -> view.preferencesWithOrigin(request.selection());
    }

    @Override
    public Rows<byte[]> untrainable() {
        return () -> view.untrainable(request.selection());
    }

    @Override
    public long conflicts() {
        return isOfPairs() ? view.conflicts(request.selection()) : 0;
    }

    @Override
    public void conflicting(Consumer<String> recordIds) {
        if (isOfPairs()) {
            view.conflicting(request.selection(), recordIds);
        }
    }

    /** Texts that people wrote contradict nothing, and a row per task or annotation has all of them. */
    private boolean isOfPairs() {
        return written == null && request.format().card().rows() == RowKind.PREFERENCE;
    }

    @Override
    public Rows<byte[]> impossibleTies() {
        return request.asksImpossibleTies()
                ? () -> view.preferences(request.selection().of(TieChoice.ALONE))
                : Stream::empty;
    }

    @Override
    public Map<Long, ExportedAuthor.Person> people() {
        return view.people();
    }

    @Override
    public boolean has(String flag) {
        return request.flags().contains(flag);
    }

    @Override
    public @Nullable String choice(String name) {
        return request.choices().get(name);
    }

    @Override
    public String pseudonym(long personId) {
        return pseudonyms.of(request.selection().projectId(), personId);
    }
}
