package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.Notes;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.ReadBarrier;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The application waits for itself as the owner of its notes. */
@QuarkusTest
class ReadBarrierTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ReadBarrier barrier;

    @Inject
    Freshness freshness;

    @Inject
    Notes notes;

    @Inject
    KitDatabase database;

    @Test
    void whoWaitsReadsWhatWasAcknowledgedBefore() {
        long id = notes.write("acknowledged").await().atMost(SOON);

        barrier.reached().await().atMost(SOON);

        assertThat(database.select("select words from note_copy where id = ?", id)).containsExactly("acknowledged");
    }

    @Test
    void whoInsistsIsToldWhatLags() throws Exception {
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            notes.write("held back").await().atMost(SOON);

            assertThatThrownBy(() -> barrier.reached().await().atMost(SOON)).isInstanceOf(BarrierTimedOut.class)
                    .hasMessageContaining("not yet applied");
        } finally {
            held.close();
        }
    }

    @Test
    void whoDoesNotInsistIsAnsweredAllTheSameAndToldHowLongItWaited() throws Exception {
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            notes.write("held back").await().atMost(SOON);

            var late = freshness.answer(() -> Uni.createFrom().item("counters")).await().atMost(SOON);

            assertThat(late.getEntity()).isEqualTo("\"counters\"");
            assertThat(Long.parseLong(late.getHeaderString(Freshness.LAG))).isPositive();
        } finally {
            held.close();
        }
        barrier.reached().await().atMost(SOON);

        var inTime = freshness.answer(() -> Uni.createFrom().item("counters")).await().atMost(SOON);
        assertThat(inTime.getHeaderString(Freshness.LAG)).isNull();
    }
}
