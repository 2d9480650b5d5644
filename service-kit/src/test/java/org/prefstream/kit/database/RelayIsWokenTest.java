package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.contract.Topic;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

@QuarkusTest
@QuarkusTestResource(value = RealServers.class, initArgs = @ResourceArg(name = "database", value = "kit"))
class RelayIsWokenTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    Vertx vertx;

    @Inject
    DataSource dataSource;

    @Inject
    Connections connections;

    private final Bell bell = new Bell();
    private final Outbox outbox = new Outbox(bell);
    private Transactions transactions;

    @BeforeEach
    void aSignalOfTheTestsOwn() {
        transactions = new Transactions(vertx, dataSource, bell, connections);
    }

    @Test
    void byATransactionThatRecordedSomething() {
        transactions.write(this::record).await().atMost(SOON);

        assertThat(bell.rung).hasValue(1);
    }

    @Test
    void notByOneThatOnlyChangedRows() {
        transactions.write(RelayIsWokenTest::changeRows).await().atMost(SOON);

        assertThat(bell.rung).hasValue(0);
    }

    @Test
    void notByOneThatRecordedAndWasRolledBack() {
        Uni<Void> failing = transactions.write(
                () -> record().chain(() -> Uni.createFrom().failure(new IllegalStateException("after recording"))));

        assertThatThrownBy(() -> failing.await().atMost(SOON)).hasMessage("after recording");

        assertThat(bell.rung).hasValue(0);
    }

    /** A deletion of what nobody ever had: whoever reads the topic meanwhile is not bothered. */
    private Uni<Void> record() {
        return outbox.record(
                OutboxEntry.delete(Topic.TASKS, Integer.toString(Integer.MAX_VALUE), 1, OutboxEntry.NO_PROJECT));
    }

    private static Uni<Void> changeRows() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("update note set words = words where id = -1")
                        .executeUpdate())
                .replaceWithVoid();
    }

    private static final class Bell extends CommitSignal {

        private final AtomicInteger rung = new AtomicInteger();

        @Override
        public void wake() {
            rung.incrementAndGet();
        }
    }
}
