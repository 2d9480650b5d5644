package org.prefstream.kit.projection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Doubts.Doubt;
import org.prefstream.kit.projection.OwnerAnswer.Objection;
import org.prefstream.labelstudio.json.Json;

/** Whose word counts when a copy may have missed deletions. */
class OwnerAnswerTest {

    private static final UUID OUTBOX = UUID.randomUUID();
    private static final Positions APPLIED = at(7);

    @Test
    void anOwnerThatNeverWentBackAndKnowsOfAllIsBelieved() {
        assertThat(answer(OUTBOX, true, at(7)).objection(byItself(OUTBOX), APPLIED)).isNull();
        assertThat(answer(OUTBOX, true, at(9)).objection(byItself(OUTBOX), APPLIED)).isNull();
    }

    @Test
    void aDatabaseThatWentBackIsBelievedOnSomebodysWord() {
        assertThat(answer(OUTBOX, false, at(7)).objection(byItself(OUTBOX), APPLIED)).isEqualTo(Objection.WENT_BACK);
        assertThat(answer(OUTBOX, false, at(7)).objection(onAWord(OUTBOX), APPLIED)).isNull();
    }

    @Test
    void anOwnerThatDoesNotKnowOfAllThatTheCopyHasIsNotBelievedYet() {
        assertThat(answer(OUTBOX, true, at(6)).objection(byItself(OUTBOX), APPLIED)).isEqualTo(Objection.BEHIND);
        assertThat(answer(OUTBOX, true, Positions.NONE).objection(byItself(OUTBOX), APPLIED))
                .isEqualTo(Objection.BEHIND);
        assertThat(answer(OUTBOX, true, new Positions(Map.of("tasks:other", Map.of(0, 9L)))).objection(byItself(OUTBOX),
                APPLIED)).isEqualTo(Objection.BEHIND);
    }

    @Test
    void anotherDatabaseIsNotBelievedOnAnyWord() {
        assertThat(answer(UUID.randomUUID(), true, at(7)).objection(byItself(OUTBOX), APPLIED))
                .isEqualTo(Objection.ANOTHER_DATABASE);
        assertThat(answer(UUID.randomUUID(), true, at(7)).objection(onAWord(OUTBOX), APPLIED))
                .isEqualTo(Objection.ANOTHER_DATABASE);
    }

    @Test
    void aCopyOfNobodyKnowsWhomNeedsAWord() {
        assertThat(answer(OUTBOX, true, at(7)).objection(byItself(null), APPLIED))
                .isEqualTo(Objection.UNKNOWN_DATABASE);
        assertThat(answer(OUTBOX, true, at(7)).objection(onAWord(null), APPLIED)).isNull();
    }

    @Test
    void anOwnerOfAnEarlierVersionSaysNothingOfItsDatabase() {
        OwnerAnswer earlier = Json.read("{\"keys\":[\"1\"]}", OwnerAnswer.class);

        assertThat(earlier.objection(byItself(OUTBOX), APPLIED)).isEqualTo(Objection.EARLIER_VERSION);
        assertThat(earlier.objection(onAWord(OUTBOX), APPLIED)).isEqualTo(Objection.EARLIER_VERSION);
        assertThat(earlier.objection(onAWord(null), APPLIED)).isNull();
    }

    private static Doubt byItself(@Nullable UUID outbox) {
        return new Doubt("tasks", OffsetDateTime.MIN, "", true, true, outbox);
    }

    private static Doubt onAWord(@Nullable UUID outbox) {
        return new Doubt("tasks", OffsetDateTime.MIN, "", true, false, outbox);
    }

    private static OwnerAnswer answer(UUID outbox, boolean neverWentBack, Positions published) {
        return new OwnerAnswer(Set.of(), outbox, neverWentBack, published);
    }

    private static Positions at(long offset) {
        return new Positions(Map.of("tasks:id", Map.of(0, offset)));
    }
}
