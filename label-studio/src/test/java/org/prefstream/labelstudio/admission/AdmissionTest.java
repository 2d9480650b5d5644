package org.prefstream.labelstudio.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.admission.Guests.Guest;
import org.prefstream.labelstudio.error.ProblemType;

class AdmissionTest {

    private static final Duration TARGET = Duration.ofMillis(100);

    @Test
    void letsInAsManyAsThereArePlacesAndTheNextOneWhenOneLeaves() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 10));
        Guest first = guests.enter("a");
        guests.enter("b");
        Guest third = guests.enter("c");

        assertThat(guests.admitted).containsExactly("a", "b");
        first.leave();

        assertThat(guests.admitted).containsExactly("a", "b", "c");
        assertThat(third.isRefused()).isFalse();
    }

    @Test
    void leavingTwiceGivesOnePlace() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 10));
        Guest first = guests.enter("a");
        guests.enter("b");
        guests.enter("c");
        guests.enter("d");

        first.leave();
        first.leave();

        assertThat(guests.admitted).containsExactly("a", "b", "c");
    }

    @Test
    void aGreedyHolderLeavesHalfOfThePlacesToOthers() {
        Guests guests = new Guests(new Limits(8, 8, TARGET, 100));
        for (int i = 0; i < 40; i++) {
            guests.enter("greedy");
        }

        assertThat(guests.admitted).hasSize(4);
        assertThat(guests.enter("other").isInside()).isTrue();
    }

    @Test
    void freePlacesGoToTheHoldersByTurns() {
        Guests guests = new Guests(new Limits(4, 4, TARGET, 100));
        List<Guest> inside = List.of(guests.enter("a"), guests.enter("b"), guests.enter("c"), guests.enter("d"));
        for (int i = 0; i < 20; i++) {
            guests.enter("greedy");
        }
        guests.enter("other");
        guests.admitted.clear();

        inside.get(0).leave();
        inside.get(1).leave();

        assertThat(guests.admitted).containsExactly("greedy", "other");
    }

    @Test
    void aFullLineIsRefusedAndOpensAgainOnceItIsEmptier() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 2));
        Guest first = guests.enter("a");
        guests.enter("b");
        guests.enter("c");
        guests.enter("d");

        assertThat(guests.enter("e").refusal()).isEqualTo(ProblemType.OVERLOADED);

        first.leave();
        assertThat(guests.enter("f").isRefused()).isFalse();
    }

    @Test
    void oneHolderMayFillHalfOfTheLineAndIsToldThatItIsTheirOwnDoing() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 4));
        guests.enter("greedy");
        guests.enter("greedy");
        guests.enter("greedy");

        assertThat(guests.enter("greedy").refusal()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        assertThat(guests.enter("other").isInside()).isTrue();
    }

    @Test
    void whoGivesUpIsRefusedOnceAndTakesNoPlaceLater() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 10));
        Guest first = guests.enter("a");
        guests.enter("b");
        Guest impatient = guests.enter("c");

        impatient.giveUp();
        impatient.giveUp();
        first.leave();

        assertThat(impatient.refusal()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(guests.admitted).containsExactly("a", "b");
    }

    @Test
    void givingUpAPlaceThatWasTakenChangesNothing() {
        Guests guests = new Guests(new Limits(2, 2, TARGET, 10));
        Guest guest = guests.enter("a");

        guest.giveUp();

        assertThat(guest.isInside()).isTrue();
        assertThat(guest.isRefused()).isFalse();
    }

    @Test
    void fixedPlacesLetNobodyWait() {
        Guests guests = new Guests(Limits.fixed(2));
        guests.enter("a");

        assertThat(guests.enter("a").refusal()).isEqualTo(ProblemType.TOO_MANY_REQUESTS);
        guests.enter("b");
        assertThat(guests.enter("c").refusal()).isEqualTo(ProblemType.OVERLOADED);
    }

    @Test
    void placesAreWithdrawnWhileEvenTheFastestAnswersAreSlow() {
        Guests guests = new Guests(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 20; i++) {
            answerAll(guests, Duration.ofMillis(300));
        }

        assertThat(placesOf(guests)).isEqualTo(2);
    }

    @Test
    void placesComeBackWhenAnswersAreFastAgain() {
        Guests guests = new Guests(new Limits(4, 16, TARGET, 0));
        for (int i = 0; i < 20; i++) {
            answerAll(guests, Duration.ofMillis(300));
        }

        for (int i = 0; i < 200; i++) {
            answerAll(guests, Duration.ofMillis(50));
        }

        assertThat(placesOf(guests)).isEqualTo(16);
    }

    @Test
    void someSlowAnswersAmongFastOnesWithdrawNothing() {
        Guests guests = new Guests(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 20; i++) {
            List<Guest> inside = fill(guests);
            guests.pass(Duration.ofMillis(5));
            inside.get(0).answered();
            guests.pass(Duration.ofSeconds(3));
            inside.forEach(Guest::answered);
            inside.forEach(Guest::leave);
        }

        assertThat(placesOf(guests)).isEqualTo(16);
    }

    @Test
    void slowAnswersWithoutPressureWithdrawNothing() {
        Guests guests = new Guests(new Limits(2, 16, TARGET, 0));

        for (int i = 0; i < 40; i++) {
            Guest only = guests.enter("a");
            guests.pass(Duration.ofSeconds(3));
            only.answered();
            only.leave();
        }

        assertThat(placesOf(guests)).isEqualTo(16);
    }

    private void answerAll(Guests guests, Duration took) {
        List<Guest> inside = fill(guests);
        guests.pass(took);
        inside.forEach(Guest::answered);
        inside.forEach(Guest::leave);
    }

    /** Takes all places, each for another holder. */
    private List<Guest> fill(Guests guests) {
        List<Guest> inside = new ArrayList<>();
        for (Guest guest = guests.enter("0"); guest.isInside(); guest = guests.enter("" + inside.size())) {
            inside.add(guest);
        }
        return inside;
    }

    private int placesOf(Guests guests) {
        List<Guest> inside = fill(guests);
        inside.forEach(Guest::leave);
        return inside.size();
    }
}
