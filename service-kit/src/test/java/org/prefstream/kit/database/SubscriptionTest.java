package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.vertx.core.Vertx;

/** Listening on a channel, on a connection of its own. */
class SubscriptionTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final String channel = "c" + UUID.randomUUID().toString().substring(0, 8);
    private final AtomicInteger heard = new AtomicInteger();

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void hearsWhatIsNotifiedUntilItIsClosed() throws SQLException {
        try (Subscription open = subscribe(TestDatabase.settings())) {
            assertThat(open).isNotNull();
            await().atMost(SOON).until(() -> heard.get() == 1); // it listens
            assertThat(listeners()).hasSize(1);

            execute("notify " + channel);

            await().atMost(SOON).until(() -> heard.get() == 2);
        }
        await().atMost(SOON).until(() -> listeners().isEmpty());
    }

    @Test
    void listensAgainWhenItsConnectionBroke() throws SQLException {
        try (Subscription open = subscribe(TestDatabase.settings())) {
            assertThat(open).isNotNull();
            await().atMost(SOON).until(() -> heard.get() == 1);
            Set<Integer> first = listeners();

            execute("select pg_terminate_backend(pid) from (%s) listener".formatted(listenersQuery()));

            await().atMost(SOON).until(() -> heard.get() == 2); // what was notified meanwhile is looked for
            assertThat(listeners()).hasSize(1).doesNotContainAnyElementsOf(first);
            execute("notify " + channel);
            await().atMost(SOON).until(() -> heard.get() == 3);
        }
    }

    @Test
    void closedWhileItConnectsItLeavesNoConnection() throws SQLException {
        subscribe(TestDatabase.settings()).close();

        try (Subscription later = subscribe(TestDatabase.settings())) {
            assertThat(later).isNotNull();
            await().atMost(SOON).until(() -> heard.get() == 1);
            await().atMost(SOON).until(() -> listeners().size() == 1);
        }
    }

    @Test
    void passesAPoolerByIfTheDatabasesOwnAddressIsKnown() {
        TestDatabase pooled = TestDatabase.settings().set("pooler", "true");
        assertThat(pooled.connections().canListen()).isFalse();

        DatabaseSettings own = pooled.read();
        TestDatabase known = pooled.through(1)
                .set("direct-host", own.host())
                .set("direct-port", Integer.toString(own.port()));

        assertThat(known.connections().canListen()).isTrue();
        try (Subscription open = subscribe(known)) {
            assertThat(open).isNotNull();
            await().atMost(SOON).until(() -> heard.get() == 1);
        }
    }

    private Subscription subscribe(TestDatabase settings) {
        return Subscription.to(channel, vertx, settings.connections(), heard::incrementAndGet);
    }

    private String listenersQuery() {
        return "select pid from pg_stat_activity where query = 'listen %s'".formatted(channel);
    }

    private Set<Integer> listeners() throws SQLException {
        try (Connection connection = VanishedDatabaseTest.jdbc(TestDatabase.settings().read());
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(listenersQuery())) {
            Set<Integer> found = new HashSet<>();
            while (row.next()) {
                found.add(row.getInt(1));
            }
            return found;
        }
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = VanishedDatabaseTest.jdbc(TestDatabase.settings().read());
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
