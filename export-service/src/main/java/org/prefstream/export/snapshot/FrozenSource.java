package org.prefstream.export.snapshot;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.FrozenRows;
import org.prefstream.export.dataset.JudgedTask;
import org.prefstream.export.dataset.LeftOut;
import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.export.dataset.TieChoice;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.download.DryRun;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.download.Pseudonyms;
import org.prefstream.export.download.SplitShares;
import org.prefstream.export.format.ExportFormat;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.Inspection;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Rows;
import org.prefstream.export.format.Ties;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;

/**
 * A snapshot as a format asks for it: all comes from what was frozen, so that a file is the same whenever it is made.
 *
 * @param written what the records are made of where nothing is compared; null elsewhere, and for formats that cannot have it
 */
record FrozenSource(
        Snapshot snapshot,
        FrozenRows frozen,
        ExportRequest request,
        @Nullable WrittenAnswers written,
        Pseudonyms pseudonyms) implements ExportSource {

    private static final ComparisonSpec NOTHING_COMPARED = new ComparisonSpec(List.of(), List.of());

    static FrozenSource of(Snapshot snapshot, FrozenRows frozen, ExportRequest request, Formats formats,
            Pseudonyms pseudonyms) {
        return new FrozenSource(snapshot, frozen, request, written(snapshot, frozen, request, formats), pseudonyms);
    }

    private static @Nullable WrittenAnswers written(Snapshot snapshot, FrozenRows frozen, ExportRequest request,
            Formats formats) {
        Sources sources = snapshot.sources();
        if (sources == null || snapshot.rowsOf(request.format()) == request.format().card().rows()) {
            return null;
        }
        return WrittenAnswers.of(new Judged(snapshot.id(), frozen, sources), sources.spec(), snapshot.selected(formats))
                .orElse(null);
    }

    /** What was annotated when it was frozen. */
    private record Judged(long snapshotId, FrozenRows frozen, Sources sources) implements WrittenAnswers.Judged {

        @Override
        public Stream<JudgedTask> tasks() {
            return frozen.tasks().tasks(snapshotId);
        }

        @Override
        public Counts countAnnotations() {
            return sources.counts(RowKind.ANNOTATION);
        }
    }

    /** {@return what the file would hold} */
    DryRun count() {
        request.format().requirePossible(this);
        Optional<Inspection> inspected = request.format().inspect(this, true);
        Counts counts = written != null
                ? written.count()
                : snapshot.sourceCounts(request.format()).orElseGet(() -> counts(inspected));
        return DryRun.of(request, rows(request.format()), counts, inspected);
    }

    /** Of former snapshots, only a look at the rows tells how many ties were selected that the format can have no row of. */
    private Counts counts(Optional<Inspection> inspected) {
        Map<String, Long> ties = new TreeMap<>();
        inspected.stream()
                .flatMap(found -> found.leftOut().stream())
                .filter(flaw -> flaw.code().equals(LeftOut.TIE_DROPPED.name()))
                .forEach(flaw -> ties.put(flaw.code(), flaw.count()));
        Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
        snapshot.leftOutBy(request.format(), ties).forEach((code, count) -> leftOut.put(LeftOut.valueOf(code), count));
        long taken = snapshot.rowsIn() - leftOut.values().stream().mapToLong(Long::longValue).sum();
        return new Counts(taken, snapshot.rowsFor(request.format()), leftOut,
                frozen.size(snapshot.set(), request.possibleTies()), conflicts());
    }

    @Override
    public ComparisonSpec spec() {
        return snapshot.sources() == null ? NOTHING_COMPARED : snapshot.sources().spec();
    }

    @Override
    public Rows<ExportedTaskView> tasks() {
        return () -> frozen.tasks()
                .tasks(snapshot.id())
                .map(judged -> ExportedTaskView.of(judged.task(), judged.annotations()));
    }

    @Override
    public RowKind rows(ExportFormat format) {
        return snapshot.rowsOf(format);
    }

    @Override
    public Rows<byte[]> preferences() {
        return written != null ? written::records : () -> frozen.of(snapshot.set(), request.possibleTies(), null);
    }

    @Override
    public Rows<byte[]> preferencesWithOrigin() {
        return written != null
                ? written::records
                : () -> frozen.withOrigin(snapshot.set(), request.possibleTies(), null);
    }

    @Override
    public Rows<byte[]> untrainable() {
        return () -> frozen.untrainable(snapshot.set(), request.possibleTies());
    }

    @Override
    public List<Split> splits() {
        String shares = snapshot.splitShares();
        if (shares == null) {
            return List.of(new Split(String.valueOf(snapshot.selection().getOrDefault("split", SplitChoice.TRAIN)),
                    preferences(), preferencesWithOrigin()));
        }
        return SplitShares.of(shares).choices().stream().map(this::split).toList();
    }

    private Split split(SplitChoice one) {
        return new Split(one.split(), () -> frozen.of(snapshot.set(), request.possibleTies(), one),
                () -> frozen.withOrigin(snapshot.set(), request.possibleTies(), one));
    }

    @Override
    public About about() {
        return new About(snapshot.projectTitle(), snapshot.guidelines());
    }

    @Override
    public long conflicts() {
        return isOfPairs() ? frozen.conflicts(snapshot.set()) : 0;
    }

    @Override
    public void conflicting(Consumer<String> recordIds) {
        if (isOfPairs()) {
            frozen.conflicting(snapshot.set(), recordIds);
        }
    }

    private boolean isOfPairs() {
        return rows(request.format()) == RowKind.PREFERENCE;
    }

    @Override
    public Rows<byte[]> impossibleTies() {
        return snapshot.set().hasOutcomes() && request.format().ties() == Ties.NONE
                ? () -> frozen.of(snapshot.set(), TieChoice.ALONE, null)
                : Stream::empty;
    }

    @Override
    public Map<Long, ExportedAuthor.Person> people() {
        return Map.of();
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
        return pseudonyms.of(snapshot.projectId(), personId);
    }
}
