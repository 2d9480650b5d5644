package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.Notes;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;

/** The application waits for itself as the owner of its notes. */
@QuarkusTest
class ReadBarrierTest {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Inject
    ReadBarrier barrier;

    @Inject
    Notes notes;

    @Inject
    KitDatabase database;

    @Test
    void whoWaitsReadsWhatWasAcknowledgedBefore() {
        long id = notes.write("acknowledged").await().atMost(SOON);

        barrier.reached(Notes.SCOPE).await().atMost(SOON);

        assertThat(database.select("select words from note_copy where id = ?", id)).containsExactly("acknowledged");
    }

    @Test
    void whoInsistsIsToldWhatLags() throws Exception {
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            notes.write("held back").await().atMost(SOON);

            assertThatThrownBy(() -> barrier.reached(Notes.SCOPE).await().atMost(SOON))
                    .isInstanceOf(BarrierTimedOut.class)
                    .hasMessageContaining("not yet applied");
        } finally {
            held.close();
        }
    }

    @Test
    void whoFindsEnoughMeanwhileNeedNotWaitForTheRest() throws Exception {
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            notes.write("the rest").await().atMost(SOON);
            AtomicInteger readings = new AtomicInteger();

            int found = barrier
                    .reachedOr(Notes.SCOPE,
                            complete -> Uni.createFrom().item(complete ? -1 : readings.incrementAndGet()),
                            reading -> reading == 2)
                    .await()
                    .atMost(SOON);

            assertThat(found).isEqualTo(2);
        } finally {
            held.close();
        }
    }

    @Test
    void whoNeverFindsEnoughReadsOnceMoreWhenAllIsThere() {
        long id = notes.write("all").await().atMost(SOON);

        List<String> found = barrier
                .reachedOr(Notes.SCOPE,
                        complete -> Uni.createFrom()
                                .item(() -> complete
                                        ? database.select("select words from note_copy where id = ?", id)
                                        : List.<String>of()),
                        reading -> false)
                .await()
                .atMost(SOON);

        assertThat(found).containsExactly("all");
    }

    @Test
    void aBacklogOfAnotherProjectHoldsNobodyUp() throws Exception {
        // Given a relay that cannot settle, and what it holds back of another project
        long other = notes.write("before", 2).await().atMost(SOON);
        barrier.reached(Notes.SCOPE).await().atMost(SOON);
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            notes.write("held back", 2).await().atMost(SOON);
            assertThat(other).isPositive();

            // When somebody reads this project, then nothing is waited for
            barrier.reached(Notes.SCOPE).await().atMost(SOON);

            // And who reads the other one, or both, is told what lags
            for (Scope late : List.of(Scope.of(2, Topic.TASKS), new Scope(Set.of(1L, 2L), Set.of(Topic.TASKS)))) {
                assertThatThrownBy(() -> barrier.reached(late).await().atMost(SOON))
                        .isInstanceOf(ProblemException.class)
                        .hasMessageContaining("wait to be published");
            }
            // And so is nobody who reads other topics of it
            barrier.reached(Scope.of(2, Topic.PROJECTS)).await().atMost(SOON);
        } finally {
            held.close();
        }
    }

    @Test
    void whatAnotherProjectHasPublishedNeedNotBeApplied() throws Exception {
        notes.write("mine").await().atMost(SOON);
        barrier.reached(Notes.SCOPE).await().atMost(SOON);
        KitDatabase.Lock held = database.holdBack("note_copy");
        try {
            long other = notes.write("not applied", 3).await().atMost(SOON);
            await().atMost(SOON)
                    .until(() -> database.select("select id from outbox where aggregateid = ?", Long.toString(other)),
                            List::isEmpty);

            barrier.reached(Notes.SCOPE).await().atMost(SOON);

            assertThatThrownBy(() -> barrier.reached(Scope.of(3, Topic.TASKS)).await().atMost(SOON))
                    .isInstanceOf(BarrierTimedOut.class)
                    .hasMessageContaining("not yet applied");
        } finally {
            held.close();
        }
    }

    @Test
    void whatBelongsToNoProjectIsWaitedForByEverybody() throws Exception {
        KitDatabase.Lock held = database.holdBack("relay_position");
        try {
            notes.write("of nobody", OutboxEntry.NO_PROJECT).await().atMost(SOON);

            assertThatThrownBy(() -> barrier.reached(Scope.of(4, Topic.TASKS)).await().atMost(SOON))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("wait to be published");
        } finally {
            held.close();
        }
    }
}
