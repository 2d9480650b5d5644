package org.prefstream.export.snapshot;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.Dataset;
import org.prefstream.export.dataset.DatasetView;
import org.prefstream.export.dataset.FrozenRows;
import org.prefstream.export.dataset.FrozenSet;
import org.prefstream.export.dataset.FrozenTasks;
import org.prefstream.export.dataset.Projects;
import org.prefstream.export.dataset.Selection;
import org.prefstream.export.dataset.TieChoice;
import org.prefstream.export.dataset.WrittenAnswers;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Ties;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.TagType;

/**
 * Freezes what a selection takes: one statement stores the rows, however many there are, another one the pairs that have none. Tasks with
 * their annotations are stored in sets. A second reading hashes rows and pairs.
 */
@ApplicationScoped
public class MakeSnapshot {

    private static final int ATTEMPTS = 3;
    private static final String NOTHING = "nothing that was judged has all that was asked for, and a snapshot of no rows is of no use";

    private final Dataset dataset;
    private final Clock clock;

    MakeSnapshot(Dataset dataset, Clock clock) {
        this.dataset = dataset;
        this.clock = clock;
    }

    /**
     * What is to be frozen.
     *
     * @param query the parameters of the request, each with its values
     * @param request what they ask for
     */
    public record Wish(long personId, String title, Map<String, List<String>> query, ExportRequest request) {

        /** {@return the parameters that select rows, each as one text} */
        Map<String, Object> selecting() {
            Map<String, Object> selecting = new LinkedHashMap<>();
            for (String name : ExportRequest.SELECTING) {
                String value = String.join(",", query.getOrDefault(name, List.of()));
                if (!value.isEmpty()) {
                    selecting.put(name, value);
                }
            }
            return selecting;
        }
    }

    /**
     * {@return the manifest of the new snapshot} It blocks. Somebody else may have frozen the same rows, or changed the project, at the
     * same time: then it begins anew.
     *
     * @param ready how far the copies are at least
     */
    Snapshot make(Wish wish, Positions ready) {
        return make(wish, ready, (snapshot, connection) -> {
            // Nothing comes with it.
        });
    }

    /**
     * {@return as the other one, with more work in its transaction} A failure of that work leaves no snapshot.
     *
     * @param ready how far the copies are at least
     */
    public Snapshot make(Wish wish, Positions ready, Beside beside) {
        for (int attempt = 1;; attempt++) {
            try {
                return dataset.freeze(ready, wish.request().selection().projectId(), (view, connection) -> {
                    Snapshot made = make(wish, view, connection);
                    beside.run(made, connection);
                    return made;
                });
            } catch (DatabaseFailed e) {
                if (attempt == ATTEMPTS || !DatabaseErrors.isLostRace(e)) {
                    throw e;
                }
            }
        }
    }

    private Snapshot make(Wish wish, DatasetView view, Connection connection) throws SQLException {
        Selection selection = wish.request().selection();
        long projectId = selection.projectId();
        ProjectRecord project = view.project(projectId).orElseThrow(Projects::unknown);
        view.requireFacts(projectId);
        var table = new SnapshotTable(connection);
        Map<String, Object> selecting = wish.selecting();
        var set = new FrozenSet(table.nextId(), true, view.areMixed(selection.withAllTies()),
                selection.pairs().ties().hasTies());
        boolean isCompared = TagType.compares(project.comparisonSpec());
        if (!isCompared) {
            requireNoPairs(selection, project.comparisonSpec());
        }
        Held held = freeze(set, selection, view.frozen());
        Sources sources = isCompared && selection.pairs().selecting() != null
                ? null
                : freezeSources(set.snapshotId(), selection, project.comparisonSpec(), view);
        if (held.isEmpty() && (isCompared || sources == null || sources.counts(RowKind.ANNOTATION).taken() == 0)) {
            throw ProblemException.invalid("selection", NOTHING);
        }
        Counts counts = view.countPreferences(selection);
        var snapshot = new Snapshot(set.snapshotId(), projectId, wish.title(),
                clock.instant().truncatedTo(ChronoUnit.MICROS), wish.personId(), Snapshot.PRESENT,
                PreferenceRecord.SCHEMA, selecting, counts.all(), held.rows().count(), leftOut(counts),
                leftOutByTies(selection, view), held.beside(), sources, 0, held.rows().sha256(), table.positions(),
                set.areMixed(), wish.request().splits().isEmpty() ? null : text(selecting, "split_shares"),
                project.title(), project.expertInstruction());
        table.insert(snapshot);
        view.holdProject(projectId);
        return snapshot;
    }

    /** Work in the transaction that makes a snapshot. It may be run again, from the beginning of the transaction. */
    @FunctionalInterface
    public interface Beside {

        void run(Snapshot made, Connection connection) throws SQLException;
    }

    private static String text(Map<String, Object> values, String name) {
        return String.valueOf(values.get(name));
    }

    private static Map<String, Object> leftOut(Counts counts) {
        Map<String, Object> leftOut = new TreeMap<>();
        counts.leftOutInOrder().forEach((reason, count) -> leftOut.put(reason.name(), count));
        return leftOut;
    }

    /** What a format leaves out that has no ties, or both bad as well: of several reasons the first one counts, and a tie is an early one. */
    private static Map<String, Object> leftOutByTies(Selection selection, DatasetView view) {
        if (!selection.pairs().ties().hasTies()) {
            return Map.of();
        }
        return Map.of(Ties.NONE.name(), leftOut(view.countPreferences(selection.of(TieChoice.DROPPED))),
                Ties.ONE_AND_BOTH_BAD.name(),
                leftOut(view.countPreferences(selection.of(TieChoice.ONCE_AND_BOTH_BAD))));
    }

    /** What was frozen. */
    private record Held(Hashed rows, Snapshot.Beside beside) {

        /** {@return whether there is no row, of whatever format} */
        boolean isEmpty() {
            return rows.count() + beside.bothBad() == 0;
        }
    }

    /** How many records there are, and the SHA-256 of them as JSON Lines. */
    private record Hashed(long count, String sha256) {
    }

    /** Nothing is selected by what is said of pairs where nothing is compared; but by the split of what people wrote. */
    private static void requireNoPairs(Selection selection, ComparisonSpec spec) {
        WrittenAnswers.requireNoPairs(selection.pairs());
        if (selection.pairs().split() != null && !WrittenAnswers.areIn(spec)) {
            throw ProblemException.invalid("split",
                    "is for rows to train on, and this project has none: nothing is compared, and nothing written");
        }
    }

    private static Sources freezeSources(long snapshotId, Selection selection, ComparisonSpec spec, DatasetView view) {
        FrozenTasks.About frozen = view.frozen().tasks().freeze(snapshotId, selection);
        return Sources.of(frozen, spec, view.countTasks(selection), view.countAnnotations(selection));
    }

    private static Held freeze(FrozenSet set, Selection selection, FrozenRows frozen) {
        long all = frozen.freeze(set.snapshotId(), selection);
        long withoutRow = frozen.freezeWithoutRow(set.snapshotId(), all, selection);
        Hashed rows = hashed(frozen.of(set, TieChoice.TWICE, null));
        return new Held(rows, new Snapshot.Beside(all - rows.count(), withoutRow, hashed(frozen.beside(set)).sha256()));
    }

    private static Hashed hashed(Stream<byte[]> records) {
        MessageDigest digest = Hashes.digest();
        long[] count = {0};
        try (records) {
            records.forEach(record -> {
                count[0]++;
                digest.update(record);
                digest.update((byte) '\n');
            });
        }
        return new Hashed(count[0], HexFormat.of().formatHex(digest.digest()));
    }
}
