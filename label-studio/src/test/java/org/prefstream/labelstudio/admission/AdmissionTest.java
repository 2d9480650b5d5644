package org.prefstream.labelstudio.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

class AdmissionTest {

    private static final Duration TARGET = Duration.ofMillis(100);

    long now;
    final List<String> admitted = new ArrayList<>();

    /** Remembers what it was told. */
    private final class Guest implements Visitor {

        private final String name;
        private @Nullable Place place;
        private @Nullable ProblemException refusal;

        Guest(String name) {
            this.name = name;
        }

        @Override
        public void admitted(Place given) {
            place = given;
            admitted.add(name);
        }

        @Override
        public void refused(ProblemException why) {
            refusal = why;
        }

        void leave() {
            Objects.requireNonNull(place).leave();
        }

        void answered() {
            Objects.requireNonNull(place).answered();
        }

        ProblemType refusal() {
            return Objects.requireNonNull(refusal).type();
        }
    }

    @Test
    void letsInAsManyAsThereArePlacesAndTheNextOneWhenOneLeaves() {
        Admission admission = admission(new Limits(2, 2, TARGET, 10));
        Guest first = enter(admission, "a");
        enter(admission, "b");
        Guest third = enter(admission, "c");

        assertThat(admitted).containsExactly("a", "b");
        first.leave();

        assertThat(admitted).containsExactly("a", "b", "c");
        assertThat(third.refusal).isNull();
    }

    @Test
    void leavingTwiceGivesOnePlace() {
        Admission admission = admission(new Limits(2, 2, TARGET, 10));
        Guest first = enter(admission, "a");
        enter(admission, "b");
        enter(admission, "c");
        enter(admission, "d");

        first.leave();
        first.leave();

        assertThat(admitted).containsExactly("a", "b", "c");
    }

    @Test
    void aGreedyHolderLeavesHalfOfThePlacesToOthers() {
        Admission admission = admission(new Limits(8, 8, TARGET, 100));
        for (int i = 0; i < 40; i++) {
            enter(admission, "greedy");
        }

        assertThat(admitted).hasSize(4);
        assertThat(enter(admission, "other").place).isNotNull();
    }

    @Test
    void freePlacesGoToTheHoldersByTurns() {
        Admission admission = admission(new Limits(4, 4, TARGET, 100));
        List<Guest> inside = List.of(enter(admission, "a"), enter(admission, "b"), enter(admission, "c"),
                enter(admission, "d"));
        for (int i = 0; i < 20; i++) {
            enter(admission, "greedy");
        }
        enter(admission, "other");
        admitted.clear();

        inside.get(0).leave();
        inside.get(1).leave();

        assertThat(admitted).containsExactly("greedy", "other");
    }

    @Test
    void aFullLineIsRefusedAndOpensAgainOnceItIsEmptier() {
        Admission admission = admission(new Limits(2, 2, TARGET, 2));
        Guest first = enter(admission, "a");
        enter(admission, "b");
        enter(admission, "c");
        enter(admission, "d");

        assertThat(enter(admission, "e").refusal()).isEqualTo(ProblemType.OVERLOADED);

        first.leave();
        assertThat(enter(admission, "f").refusal).isNull();
    }

    @Test
    void oneHolderMayFillHalfOfTheLineAndIsToldThatItIsTheirOwnDoing() {
        Admission admission = admission(new Limits(2, 2, TARGET, 4));
        enter(admission, "greedy");
        enter(admission, "greedy");
        enter(admission, "greedy");

        assertThat(enter(admission, "greedy").refusal()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(enter(admission, "other").place).isNotNull();
    }

    @Test
    void whoGivesUpIsRefusedOnceAndTakesNoPlaceLater() {
        Admission admission = admission(new Limits(2, 2, TARGET, 10));
        Guest first = enter(admission, "a");
        enter(admission, "b");
        Guest impatient = new Guest("c");
        Admission.Waiting waiting = admission.enter("c", impatient);

        waiting.giveUp();
        waiting.giveUp();
        first.leave();

        assertThat(impatient.refusal()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(admitted).containsExactly("a", "b");
    }

    @Test
    void givingUpAPlaceThatWasTakenChangesNothing() {
        Admission admission = admission(new Limits(2, 2, TARGET, 10));
        Guest guest = new Guest("a");

        admission.enter("a", guest).giveUp();

        assertThat(guest.place).isNotNull();
        assertThat(guest.refusal).isNull();
    }

    @Test
    void fixedPlacesLetNobodyWait() {
        Admission admission = admission(Limits.fixed(2));
        enter(admission, "a");

        assertThat(enter(admission, "a").refusal()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        enter(admission, "b");
        assertThat(enter(admission, "c").refusal()).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void placesAreWithdrawnWhileEvenTheFastestAnswersAreSlow() {
        Admission admission = admission(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 20; i++) {
            answerAll(admission, Duration.ofMillis(300));
        }

        assertThat(placesOf(admission)).isEqualTo(2);
    }

    @Test
    void placesComeBackWhenAnswersAreFastAgain() {
        Admission admission = admission(new Limits(4, 16, TARGET, 0));
        for (int i = 0; i < 20; i++) {
            answerAll(admission, Duration.ofMillis(300));
        }

        for (int i = 0; i < 200; i++) {
            answerAll(admission, Duration.ofMillis(50));
        }

        assertThat(placesOf(admission)).isEqualTo(16);
    }

    @Test
    void someSlowAnswersAmongFastOnesWithdrawNothing() {
        Admission admission = admission(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 20; i++) {
            List<Guest> inside = fill(admission);
            now += Duration.ofMillis(5).toNanos();
            inside.get(0).answered();
            now += Duration.ofSeconds(3).toNanos();
            inside.forEach(Guest::answered);
            inside.forEach(Guest::leave);
        }

        assertThat(placesOf(admission)).isEqualTo(16);
    }

    @Test
    void slowAnswersWithoutPressureWithdrawNothing() {
        Admission admission = admission(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 40; i++) {
            Guest only = enter(admission, "a");
            now += Duration.ofSeconds(3).toNanos();
            only.answered();
            only.leave();
        }

        assertThat(placesOf(admission)).isEqualTo(16);
    }

    private Admission admission(Limits limits) {
        return new Admission(limits, () -> now);
    }

    private Guest enter(Admission admission, String holder) {
        Guest guest = new Guest(holder);
        admission.enter(holder, guest);
        return guest;
    }

    private void answerAll(Admission admission, Duration took) {
        List<Guest> inside = fill(admission);
        now += took.toNanos();
        inside.forEach(Guest::answered);
        inside.forEach(Guest::leave);
    }

    /** Takes all places, each for another holder. */
    private List<Guest> fill(Admission admission) {
        List<Guest> inside = new ArrayList<>();
        for (Guest guest = enter(admission, "0"); guest.place != null; guest = enter(admission, "" + inside.size())) {
            inside.add(guest);
        }
        return inside;
    }

    private int placesOf(Admission admission) {
        List<Guest> inside = fill(admission);
        inside.forEach(Guest::leave);
        return inside.size();
    }
}
