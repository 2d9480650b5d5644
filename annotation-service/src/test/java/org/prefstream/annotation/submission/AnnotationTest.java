package org.prefstream.annotation.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.prefstream.annotation.verdict.Samples;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.AnnotationView;

class AnnotationTest {

    private static final Instant NOW = Instant.parse("2026-11-23T03:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(3_700);
    private static final Shown SHOWN = Samples.shownPair();
    private static final long AUTHOR = 7;
    private static final long MANAGER = 8;

    @Test
    void beginsWithItsFirstResultAndItsRow() {
        List<OutboxEntry> entries = annotation(Samples.selected("left")).deriveRecords(SHOWN, "train");

        assertThat(entries).extracting(OutboxEntry::key).containsExactly("91", "91/comparison/0-1");
        assertThat(entries).extracting(OutboxEntry::revision).containsOnly(5L);
        AnnotationRecord record = record(entries);
        assertThat(record.verdicts()).extracting(Verdict::outcome).containsExactly(Outcome.PREFERENCE);
        assertThat(record.shownOrder()).containsExactly(1, 0);
        assertThat(record.completedBy()).isEqualTo(AUTHOR);
        assertThat(record.createdAt()).isEqualTo(NOW).isEqualTo(record.updatedAt());
    }

    @Test
    void anEditToTheOtherSideReplacesTheRow() {
        Annotation annotation = annotation(Samples.selected("left"));
        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(2);

        annotation.edit(SHOWN, submitted(Samples.selected("right")), MANAGER, 6, LATER);
        List<OutboxEntry> entries = annotation.deriveRecords(SHOWN, "train");

        assertThat(entries).extracting(OutboxEntry::key).containsExactly("91", "91/comparison/0-1");
        assertThat(entries).extracting(OutboxEntry::revision).containsOnly(6L);
        assertThat(entries.get(1).payload()).contains("\"chosen_index\":1");
        assertThat(record(entries).updatedBy()).isEqualTo(MANAGER);
        assertThat(record(entries).createdAt()).isEqualTo(NOW);
        assertThat(record(entries).updatedAt()).isEqualTo(LATER);
    }

    @Test
    void anEditToATieLeavesOneTombstoneOfTheRow() {
        Annotation annotation = annotation(Samples.selected("left"));
        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(2);

        annotation.edit(SHOWN, submitted(Samples.selected("tie")), AUTHOR, 6, LATER);

        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(2)
                .last()
                .matches(entry -> entry.key().equals("91/comparison/0-1") && entry.payload() == null);
        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(1);
    }

    @Test
    void aSkipHasNeitherVerdictsNorRowsWhateverItsResultSays() {
        Annotation annotation = annotation(Samples.selected("left"));
        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(2);

        annotation.edit(SHOWN, new SubmittedResult(Samples.selected("left"), true, false, null, false, null), AUTHOR, 6,
                LATER);
        List<OutboxEntry> entries = annotation.deriveRecords(SHOWN, "train");

        assertThat(entries).hasSize(2).last().extracting(OutboxEntry::payload).isNull();
        assertThat(record(entries).verdicts()).isEmpty();
        assertThat(record(entries).result()).hasSize(1);
    }

    @Test
    void aDeletedOneLeavesTombstonesOfItselfAndItsRows() {
        Annotation annotation = annotation(Samples.selected("left"));
        assertThat(annotation.deriveRecords(SHOWN, "train")).hasSize(2);

        List<OutboxEntry> tombstones = annotation.tombstones(1);

        assertThat(tombstones).extracting(OutboxEntry::key).containsExactly("91", "91/comparison/0-1");
        assertThat(tombstones).allMatch(entry -> entry.payload() == null && entry.revision() == 6);
    }

    @Test
    void oneThatIsDeletedInALaterEpochLeavesTombstonesOfThatEpoch() {
        Annotation annotation = annotation(Samples.selected("left"));
        annotation.deriveRecords(SHOWN, "train");
        long firstOfEpoch = (3L << 32) + 1;

        assertThat(annotation.tombstones(firstOfEpoch)).hasSize(2).allMatch(entry -> entry.revision() == firstOfEpoch);
    }

    @Test
    void refusesAResultWhoseRowsWouldTogetherBeTooLong() {
        List<String> ids = IntStream.range(0, 40).mapToObj(i -> "i" + i).toList();
        Shown ranked = Shown.of(Samples.ranking(), Map.of("prompt", "long prompt ".repeat(2_000), "items",
                ids.stream().map(id -> Map.of("id", id, "title", "answer " + id)).toList()));
        var origin = new Origin(42, 3, AUTHOR, new UUID(1, 2), ShownOrder.asInData(ranked), null, null, null, null, 0,
                null);
        SubmittedResult all = submitted(Samples.answer("rank", "ranker", Json.write(Map.of("ranker", ids))));
        SubmittedResult few = submitted(
                Samples.answer("rank", "ranker", Json.write(Map.of("ranker", ids.subList(0, 10)))));
        NewIdentity identity = new NewIdentity(91, 5);

        assertThat(new Annotation(identity, origin, ranked, few, AUTHOR, NOW).deriveRecords(ranked, "train"))
                .hasSize(46);
        assertThatThrownBy(
                () -> new Annotation(identity, origin, ranked, all, AUTHOR, NOW).deriveRecords(ranked, "train"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.status()).isEqualTo(400))
                .hasMessageContainingAll("\"rank\"", "16777216 characters");
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void refusesAnEditThatIsNoNewerThanItself(long revision) {
        Annotation annotation = annotation(Samples.selected("left"));

        assertThatThrownBy(() -> annotation.edit(SHOWN, submitted(Samples.selected("right")), AUTHOR, revision, LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(annotation.submitted()).isEqualTo(submitted(Samples.selected("left")));
    }

    @Test
    void refusesAResultAboutSomethingElse() {
        Annotation annotation = annotation(Samples.selected("left"));
        Shown other = Samples.shownRanking();

        assertThatThrownBy(() -> annotation.edit(other, submitted(List.of()), AUTHOR, 6, LATER))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> annotation.deriveRecords(other, "train")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isShownAsLabelStudioShowsIt() {
        AnnotationView view = annotation(Samples.selected("left")).view("Ann Lee ann@prefstream.test", LATER);

        assertThat(view.createdUsername()).isEqualTo("Ann Lee ann@prefstream.test, 7");
        assertThat(view.createdAgo()).isEqualTo("1\u00a0hour");
        assertThat(view.result()).isEqualTo(Json.write(Samples.selected("left")));
        assertThat(view.leadTime()).isEqualTo(new BigDecimal("3.0"));
        assertThat(view.uniqueId()).isEqualTo(new UUID(1, 2));
        assertThat(view.parentPrediction()).isEqualTo(11);
    }

    private static Annotation annotation(List<Object> result) {
        var origin = new Origin(42, 3, AUTHOR, new UUID(1, 2), new ShownOrder(List.of(1, 0)), 11L, null, null, null, 0,
                null);
        return new Annotation(new NewIdentity(91, 5), origin, SHOWN, submitted(result), AUTHOR, NOW);
    }

    private static SubmittedResult submitted(List<Object> result) {
        return new SubmittedResult(result, false, false, new BigDecimal(3), true, null);
    }

    private static AnnotationRecord record(List<OutboxEntry> entries) {
        return Json.read(Objects.requireNonNull(entries.get(0).payload()), AnnotationRecord.class);
    }
}
