package org.prefstream.kit.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;
import org.prefstream.kit.KitHttp;
import org.prefstream.kit.KitPorts;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;

/** Whoever waits for the database is told in time that it was in vain. */
@QuarkusTest
class TimeOutsTest {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    KitPorts ports;

    @Inject
    KitDatabase database;

    @Inject
    Transactions transactions;

    @Inject
    DataSource dataSource;

    @Inject
    Pool pool;

    @ConfigProperty(name = "quarkus.datasource.reactive.max-size")
    int reactiveConnections;

    @ConfigProperty(name = "quarkus.datasource.jdbc.max-size")
    int jdbcConnections;

    @Test
    void aRequestDoesNotWaitForEverForWhatSomebodyElseHolds() throws Exception {
        HttpResponse<String> answer;
        KitDatabase.Lock held = database.holdBack("note");
        try {
            answer = submit();
        } finally {
            held.close();
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(answer.body()).contains("overloaded", "Somebody else changes the same thing");
    }

    @Test
    void aRequestDoesNotWaitForEverForAConnection() {
        List<SqlConnection> taken = new ArrayList<>();
        HttpResponse<String> answer;
        try {
            for (int i = 0; i < reactiveConnections; i++) {
                taken.add(pool.getConnection().await().atMost(SOON));
            }
            answer = submit();
        } finally {
            taken.forEach(one -> one.close().await().atMost(SOON));
        }

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("overloaded", "No connection to the database became free");
    }

    @Test
    void bulkWorkDoesNotEither() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        ProblemException problem;
        try {
            for (int i = 0; i < jdbcConnections; i++) {
                taken.add(dataSource.getConnection());
            }
            problem = Failures.problem(failureOfBulkWork(), "/api/tasks/kit");
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }

        assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
        assertThat(problem).hasMessageContaining("No connection to the database became free");
    }

    private Throwable failureOfBulkWork() {
        try {
            return transactions.bulk(connection -> new AssertionError("there was a connection"));
        } catch (RuntimeException e) {
            return e;
        }
    }

    @Test
    void bulkWorkMayTakeLongerThanWhatSomebodyWaitsFor() {
        assertThat(database.select("select current_setting('statement_timeout')")).containsExactly("15s");
        assertThat(database.select("select current_setting('lock_timeout')")).containsExactly("2s");

        assertThat(transactions.<String>bulk(connection -> settings(connection))).isEqualTo("2min 0 4min");

        assertThat(database.select("select current_setting('statement_timeout')")).containsExactly("15s");
    }

    private static String settings(Connection connection) throws SQLException {
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery("""
                select concat_ws(' ', current_setting('statement_timeout'), current_setting('lock_timeout'),
                    current_setting('idle_in_transaction_session_timeout'))
                """)) {
            row.next();
            return row.getString(1);
        }
    }

    private HttpResponse<String> submit() {
        return new KitHttp(ports.first()).send("POST", "/api/leases/kit/submit", "in vain");
    }
}
