package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** The node of the database is gone, and nobody says so: whoever waits for an answer stops waiting, and finds the next node. */
class VanishedDatabaseTest {

    private final Vertx vertx = Vertx.vertx();
    private final Servers servers = RealServers.shared();
    private final SilentProxy node = new SilentProxy(servers.host(), servers.port());
    private final DatabaseSettings settings = TestDatabase.settings()
            .through(node.port())
            .statementTimeout(Duration.ofSeconds(5))
            .read();

    @BeforeEach
    void theClientWaitsAMomentLongerThanTheServer() {
        assertThat(settings.answerTimeout()).isGreaterThan(settings.statementTimeout());
    }

    @AfterEach
    void close() throws Exception {
        node.close();
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @Test
    void judgementsAreRefusedAndThenStoredOnANewConnection() {
        var committer = new GroupCommit<String, String>(vertx, new Connections(settings, settings), this::store,
                String::length, new GroupLimits(10, 1_000, 10, 1_000, Duration.ofSeconds(1)), inBulk -> {
                });
        String before = committer.commit("one").await().indefinitely();

        node.silencePresent();
        CompletableFuture<String> lost = committer.commit("two").subscribeAsCompletionStage();

        assertThatThrownBy(lost::get).satisfies(failure -> assertThat(DatabaseErrors.isTransient(failure)).isTrue());
        assertThat(committer.commit("three").await().indefinitely()).isNotEqualTo(before);
    }

    @Test
    void workThroughJdbcEnds() throws SQLException {
        try (Connection connection = jdbc(settings); Statement statement = connection.createStatement()) {
            statement.execute("select 1");

            node.silencePresent();

            assertThatThrownBy(() -> statement.execute("select 1"))
                    .satisfies(failure -> assertThat(DatabaseErrors.isTransient(failure)).isTrue());
        }
    }

    @Test
    void everyPoolTriesConnectionsThatWereNotUsedAndNotForLong() {
        assertThat(DatabaseConfigSource.pool("quarkus.datasource.imports.", settings))
                .containsEntry("quarkus.datasource.imports.jdbc.foreground-validation-interval", "PT0.5S")
                .containsEntry("quarkus.datasource.imports.jdbc.validation-query-timeout", "PT2S");
    }

    /** {@return a connection with what Quarkus gives the driver} */
    static Connection jdbc(DatabaseSettings settings) throws SQLException {
        var derived = DatabaseConfigSource.derived(settings, settings);
        Properties driver = new Properties();
        String prefix = "quarkus.datasource.jdbc.additional-jdbc-properties.";
        derived.forEach((name, value) -> {
            if (name.startsWith(prefix)) {
                driver.put(name.substring(prefix.length()), value);
            }
        });
        driver.put("user", settings.user());
        driver.put("password", settings.password());
        return DriverManager.getConnection(derived.get("quarkus.datasource.jdbc.url"), driver);
    }

    /** Answers with the process of the server that stored it. */
    private Uni<List<Outcome<String>>> store(Flight flight, List<String> group) {
        var pid = flight.send("select pg_backend_pid()");
        return flight.landed()
                .map(landed -> group.stream()
                        .<Outcome<String>>map(
                                one -> new Outcome.Done<>(pid.result().iterator().next().getInteger(0).toString()))
                        .toList());
    }
}
