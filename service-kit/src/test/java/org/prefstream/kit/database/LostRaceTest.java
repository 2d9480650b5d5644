package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.Notes;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class LostRaceTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Transactions transactions;

    @Inject
    Notes notes;

    final AtomicInteger attempts = new AtomicInteger();
    final AtomicInteger haveTheFirstLock = new AtomicInteger();

    @Test
    void ofTwoTransactionsInADeadlockBothCommit() {
        // Given
        long one = notes.write("one").await().atMost(SOON);
        long other = notes.write("other").await().atMost(SOON);

        // When
        Uni<Integer> forth = transactions.write(() -> both(one, other));
        Uni<Integer> back = transactions.write(() -> both(other, one));
        int written = Uni.join().all(forth, back).andFailFast().await().atMost(SOON).stream().mapToInt(i -> i).sum();

        // Then
        assertThat(written).isEqualTo(2);
        assertThat(attempts.get()).as("one of them was run again").isGreaterThan(2);
    }

    private Uni<Integer> both(long first, long second) {
        attempts.incrementAndGet();
        return touch(first).invoke(haveTheFirstLock::incrementAndGet)
                .chain(this::untilBothHaveOne)
                .chain(() -> touch(second));
    }

    private Uni<Void> untilBothHaveOne() {
        return Multi.createBy()
                .repeating()
                .uni(() -> Uni.createFrom().item(haveTheFirstLock::get))
                .withDelay(Duration.ofMillis(5))
                .whilst(count -> count < 2)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Integer> touch(long id) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update note set words = words || '!' where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate());
    }
}
