package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A pooler that takes at the start of a connection only what PgBouncer takes, and shares connections by transaction. */
class PooledDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final Vertx vertx = Vertx.vertx();
    private final Servers servers = RealServers.shared();
    private final StartupGate gate = new StartupGate(servers.host(), servers.port());

    @AfterEach
    void close() throws Exception {
        gate.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void bothDriversPassWithTheSwitch() throws SQLException {
        DatabaseSettings settings = TestDatabase.settings().through(gate.port()).set("pooler", "true").read();

        assertThat(number(settings)).isEqualTo(1);
        assertThat(
                new Connections(settings, settings).open(vertx, Map.of("enable_hashjoin", "off")).await().atMost(SOON))
                .isNotNull();
    }

    @Test
    void withoutTheSwitchBothAreRefused() {
        DatabaseSettings settings = TestDatabase.settings().through(gate.port()).read();

        assertThatThrownBy(() -> number(settings)).hasMessageContaining("unsupported startup parameter");
        assertThatThrownBy(() -> new Connections(settings, settings).open(vertx, Map.of()).await().atMost(SOON))
                .hasMessageContaining("unsupported startup parameter");
    }

    @Test
    void groupsHaveTheirParametersForATransactionOnly() {
        DatabaseSettings settings = TestDatabase.settings().through(gate.port()).set("pooler", "true").read();
        var committer = new GroupCommit<String, String>(vertx, new Connections(settings, settings), this::store,
                String::length, new GroupLimits(10, 1_000, 10, 1_000, Duration.ofSeconds(1)), inBulk -> {
                });

        assertThat(committer.commit("one").await().atMost(SOON)).isEqualTo("off 2s");
        assertThat(new Connections(settings, settings).beginning(Map.of("lock_timeout", "2s")))
                .isEqualTo("begin; set local lock_timeout = '2s'");
    }

    @Test
    void whatThePoolersSessionsLackIsKnown() throws SQLException {
        TestDatabase database = TestDatabase.settings("pooled_lacking").set("pooler", "true");
        PGSimpleDataSource pooler = new PGSimpleDataSource();
        pooler.setUrl(servers.jdbcUrl("pooled_lacking"));
        pooler.setUser("pooled_lacking");
        pooler.setPassword("pooled_lacking");
        PooledSessions sessions = new PooledSessions(pooler, database.connections());

        assertThat(sessions.missing())
                .containsOnlyKeys("enable_seqscan", "lock_timeout", "statement_timeout",
                        "idle_in_transaction_session_timeout")
                .containsEntry("lock_timeout", "5000");

        giveTheRole(database.read());
        assertThat(sessions.missing()).isEmpty();
    }

    @Test
    void migrationsHaveNoTimeOutWhateverTheRoleHas() throws SQLException {
        TestDatabase database = TestDatabase.settings("pooled_migrating");
        DatabaseSettings own = database.read();
        giveTheRole(own);
        database.through(1)
                .set("pooler", "true")
                .set("direct-host", own.host())
                .set("direct-port", Integer.toString(own.port()));

        Map<String, String> derived = DatabaseConfigSource.derived(database.read(), database.direct());

        try (Connection migration = DriverManager.getConnection(derived.get("quarkus.flyway.jdbc-url"), own.user(),
                own.password())) {
            assertThat(setting(migration, "statement_timeout")).isEqualTo("0");
            assertThat(setting(migration, "lock_timeout")).isEqualTo("0");
        }
    }

    /** Gives its role what a service sets for its sessions otherwise. */
    private static void giveTheRole(DatabaseSettings settings) throws SQLException {
        try (Connection connection = VanishedDatabaseTest.jdbc(settings);
                Statement alter = connection.createStatement()) {
            for (var parameter : settings.sharedSession().entrySet()) {
                alter.execute("alter role %s set %s = %s".formatted(settings.user(), parameter.getKey(),
                        parameter.getValue()));
            }
        }
    }

    private static String setting(Connection connection, String name) throws SQLException {
        try (Statement show = connection.createStatement(); ResultSet row = show.executeQuery("show " + name)) {
            row.next();
            return row.getString(1);
        }
    }

    private Uni<List<Outcome<String>>> store(Flight flight, List<String> group) {
        var found = flight.send("select current_setting('enable_hashjoin') || ' ' || current_setting('lock_timeout')");
        return flight.landed()
                .map(landed -> group.stream()
                        .<Outcome<String>>map(one -> new Outcome.Done<>(found.result().iterator().next().getString(0)))
                        .toList());
    }

    private static int number(DatabaseSettings settings) throws SQLException {
        try (Connection connection = VanishedDatabaseTest.jdbc(settings);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
