package org.prefstream.export.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.Verdict;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.Records;
import org.prefstream.export.dataset.Tallies.Tally;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projector;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class TalliesTest {

    private static final int TASKS = 6;
    private static final int ANNOTATIONS = 30;
    private static final List<Verdict> VERDICTS = List.of(verdict(Outcome.PREFERENCE, List.of(List.of(0), List.of(1))),
            verdict(Outcome.PREFERENCE, List.of(List.of(1), List.of(0))), verdict(Outcome.TIE, List.of(List.of(0, 1))),
            verdict(Outcome.BOTH_BAD, List.of()), verdict(Outcome.CANNOT_JUDGE, List.of()),
            verdict(Outcome.RANKING, List.of(List.of(2), List.of(0, 1))));

    @Inject
    Projector projector;

    @Inject
    AnnotationProjection annotations;

    @Inject
    PreferenceProjection preferences;

    @Inject
    Tallies tallies;

    @Inject
    FoldTallies fold;

    @Inject
    CountFormerCopies formerCopies;

    @Inject
    DataSource dataSource;

    private final long projectId = Ids.next();
    private final List<Long> tasks = LongStream.range(0, TASKS).mapToObj(i -> Ids.next()).toList();
    private final Random random = new Random(7);

    @Test
    void areThoseOfTheAnnotationsThatAreThereAfterAnyChanges() {
        List<Long> ids = LongStream.range(0, ANNOTATIONS).mapToObj(i -> Ids.next()).toList();
        Map<Long, AnnotationRecord> present = new HashMap<>();
        List<Change<AnnotationRecord>> all = new ArrayList<>();
        for (long revision = 1; revision <= 12; revision++) {
            Map<Long, Change<AnnotationRecord>> batch = new HashMap<>();
            for (int i = 0; i < 10; i++) {
                long id = ids.get(random.nextInt(ANNOTATIONS));
                AnnotationRecord state = random.nextInt(5) == 0 ? null : annotation(id);
                batch.put(id, new Change<>(Long.toString(id), revision, state));
                if (state == null) {
                    present.remove(id);
                } else {
                    present.put(id, state);
                }
            }
            all.addAll(batch.values());
            apply(List.copyOf(batch.values()));
            if (revision % 3 == 0) {
                fold.fold();
            }
        }
        // What is read again changes nothing.
        all.subList(0, all.size() / 2).forEach(change -> apply(List.of(change)));

        assertThat(counted()).isEqualTo(expected(present.values()));
        fold.fold();
        assertThat(counted()).isEqualTo(expected(present.values()));
    }

    @Test
    void ofOneBatchAreOneRowUntilTheyAreFolded() throws SQLException {
        apply(LongStream.range(0, ANNOTATIONS)
                .mapToObj(i -> annotation(Ids.next()))
                .map(annotation -> new Change<>(annotation.key(), 1, annotation))
                .toList());

        assertThat(counted()).hasSizeGreaterThan(3);
        // One row of the annotations and one of their units; none if a slow machine has folded them already.
        assertThat(number("select count(*) from tally_batch where project_id = " + projectId)).isLessThanOrEqualTo(2);
    }

    @Test
    void countRowsByWhichAnswerIsLonger() {
        long annotation = Ids.next();
        Change<PreferenceRecord> longer = row(annotation, 1, "much better than that one");
        projector
                .apply(preferences,
                        List.of(longer, row(Ids.next(), 1, "short"), row(Ids.next(), 1, "worse\nthan that")))
                .await()
                .atMost(Owners.SOON);
        assertThat(counted()).containsEntry("0 row 1", 1L).containsEntry("0 row -1", 1L).containsEntry("0 row 0", 1L);

        projector.apply(preferences, List.of(new Change<>(longer.key(), 2, null))).await().atMost(Owners.SOON);
        assertThat(counted()).doesNotContainKey("0 row 1");
    }

    @Test
    void includeCopiesThatAFormerVersionHasMade() throws SQLException {
        AnnotationRecord annotation = annotation(Ids.next());
        apply(List.of(new Change<>(annotation.key(), 1, annotation)));
        projector.apply(preferences, List.of(row(Ids.next(), 1, "short"))).await().atMost(Owners.SOON);
        Map<String, Long> before = counted();
        assertThat(before).isNotEmpty();
        execute("""
                update annotation_copy set annotator_id = null, judged_hour = null, skipped = null, lead_bucket = null,
                    judged_pairs = null, judged_us = null where project_id = %d""".formatted(projectId));
        execute("update preference_copy set longer = null, split_place = null where project_id = " + projectId);
        assertThat(counted()).isEmpty();
        assertThat(areWhole()).isFalse();

        formerCopies.count();

        assertThat(counted()).isEqualTo(before);
        assertThat(areWhole()).isTrue();
    }

    /** Counts everything anew, from the annotations alone. */
    private static Map<String, Long> expected(Collection<AnnotationRecord> present) {
        Map<String, Long> counts = new TreeMap<>();
        Map<String, Map<Long, Integer>> units = new HashMap<>();
        List<AnnotationRecord> inTheirOrder = present.stream()
                .sorted(Comparator.comparing(AnnotationRecord::createdAt).thenComparing(AnnotationRecord::annotationId))
                .toList();
        for (AnnotationRecord annotation : inTheirOrder) {
            String who = annotation.completedBy() + " ";
            String hour = " " + annotation.createdAt().getEpochSecond() / 3600;
            counts.merge(who + (annotation.wasCancelled() ? "skipped" : "judged") + hour, 1L, Long::sum);
            if (annotation.wasCancelled()) {
                continue;
            }
            counts.merge(who + "lead " + LeadTimes.bucket(annotation.leadTime()), 1L, Long::sum);
            for (JudgedPair pair : JudgedPair.of(annotation)) {
                counts.merge(who + "outcome " + pair.value(), 1L, Long::sum);
                if (pair.side() != null) {
                    counts.merge(who + "side " + pair.side(), 1L, Long::sum);
                }
                units.computeIfAbsent(annotation.taskId() + pair.part(), unit -> new HashMap<>())
                        .put(annotation.completedBy(), pair.value()); // the last of a person counts
            }
        }
        for (Map<Long, Integer> said : units.values()) {
            int[] unit = new int[5];
            said.values().forEach(value -> unit[value]++);
            if (unit[0] + unit[1] + unit[2] + unit[3] + unit[4] > 1) {
                counts.merge("0 unit {%d,%d,%d,%d,%d}".formatted(unit[0], unit[1], unit[2], unit[3], unit[4]), 1L,
                        Long::sum);
            }
        }
        return counts;
    }

    private Map<String, Long> counted() {
        Map<String, Long> counts = new TreeMap<>();
        for (Tally tally : tallies.of(projectId).await().atMost(Owners.SOON)) {
            if (!tally.kind().equals("last")) {
                counts.put(tally.annotatorId() + " " + tally.kind() + " " + tally.value(), tally.count());
            }
        }
        return counts;
    }

    private boolean areWhole() {
        return tallies.areWhole(projectId).await().atMost(Owners.SOON);
    }

    private AnnotationRecord annotation(long id) {
        boolean isSkip = random.nextInt(6) == 0;
        List<Verdict> verdicts = isSkip ? List.of() : List.of(VERDICTS.get(random.nextInt(VERDICTS.size())));
        return new AnnotationRecord(id, tasks.get(random.nextInt(TASKS)), projectId, 1 + random.nextInt(3), 1,
                List.of(), isSkip, false, Records.T0.plus(Duration.ofHours(random.nextInt(3))), Records.T0,
                new BigDecimal(1 + random.nextInt(50)), new UUID(0, id), null, null, verdicts,
                random.nextBoolean() ? List.of(0, 1) : List.of(1, 0), "", null, null, null);
    }

    private Change<PreferenceRecord> row(long annotationId, long revision, String chosen) {
        PreferenceRecord row = Records.preference(projectId, tasks.get(0), annotationId, chosen);
        return new Change<>(row.key(), revision, row);
    }

    private void apply(List<Change<AnnotationRecord>> changes) {
        projector.apply(annotations, changes).await().atMost(Owners.SOON);
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static Verdict verdict(Outcome outcome, List<List<Integer>> ranking) {
        return new Verdict("comparison", outcome, ranking, 0);
    }
}
