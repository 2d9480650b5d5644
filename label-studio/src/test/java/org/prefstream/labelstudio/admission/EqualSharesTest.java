package org.prefstream.labelstudio.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.prefstream.labelstudio.admission.Guests.Guest;

/** How many places one holder has while others are about. */
class EqualSharesTest {

    private static final Limits MANY = new Limits(128, 128, Duration.ofMillis(100), 1_000);

    @Test
    void aGreedyHolderHasAnEqualShareWhileOthersAreAbout() {
        Guests guests = new Guests(MANY);
        guests.serve("person", 7, true);

        guests.enter("greedy", 100);

        assertThat(guests.admitted).hasSize(128 / 8);
    }

    @Test
    void strangersLessenNobodysShare() {
        Guests guests = new Guests(MANY);
        guests.serve("invented token", 1_000, false);

        guests.enter("greedy", 100);

        assertThat(guests.admitted).hasSize(64);
    }

    @Test
    void aHolderHasEightPlacesHoweverManyAreAbout() {
        Guests guests = new Guests(MANY);
        guests.serve("person", 1_000, true);

        guests.enter("program", 100);

        assertThat(guests.admitted).hasSize(8);
    }

    @Test
    void whoHasMoreThanAnEqualShareKeepsItAndGetsNothingNew() {
        Guests guests = new Guests(MANY);
        List<Guest> inside = guests.enter("greedy", 64);
        guests.serve("person", 7, true);
        guests.enter("greedy", 100);

        inside.subList(0, 48).forEach(Guest::leave);
        assertThat(guests.admitted).isEmpty();
        inside.get(48).leave();

        assertThat(guests.admitted).containsExactly("greedy");
    }

    @Test
    void whoWaitsEntersWithTheNextRequestOfAnybodyWhenOthersHaveGone() {
        Guests guests = new Guests(MANY);
        guests.serve("person", 7, true);
        guests.enter("greedy", 100);
        guests.pass(Duration.ofSeconds(11));
        guests.admitted.clear();

        guests.enter("somebody");

        assertThat(guests.admitted).hasSize(64 - 16 + 1).last().isEqualTo("somebody");
    }

    @Test
    void whoWouldGiveUpEntersWhenOthersHaveGone() {
        Guests guests = new Guests(MANY);
        guests.serve("person", 7, true);
        guests.enter("greedy", 16);
        Guest patient = guests.enter("greedy");
        guests.pass(Duration.ofSeconds(11));

        patient.giveUp();

        assertThat(patient.isInside()).isTrue();
        assertThat(patient.isRefused()).isFalse();
    }

    @Test
    void whereNobodyMayWaitAHolderHasHalfOfThePlacesWhoeverIsAbout() {
        Guests guests = new Guests(Limits.fixed(64));
        guests.serve("person", 7, true);

        guests.enter("greedy", 40);

        assertThat(guests.admitted).hasSize(32);
    }
}
