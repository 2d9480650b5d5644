package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;

import io.quarkus.test.junit.QuarkusTest;

/** A database that restarts or fails over ends all connections, also those that wait for the next import or export. */
@QuarkusTest
class LostConnectionsTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 4;

    @Inject
    DataSource dataSource;

    @Inject
    KitDatabase database;

    @Test
    void nobodyIsGivenAConnectionThatEndedWhileItWasNotUsed() throws SQLException {
        // Given connections that have waited in the pool for a while
        String unused = "pid in (%s) and state_change < clock_timestamp() - interval '1 second'".formatted(backends());
        await().atMost(SOON)
                .until(() -> !database.select("select pid from pg_stat_activity where " + unused).isEmpty());

        // When the server ends them
        KitDatabase.asAdministrator("select pg_terminate_backend(pid) from pg_stat_activity where " + unused);

        // Then whoever takes one can work with it
        assertThatCode(this::backends).doesNotThrowAnyException();
    }

    /** Takes several connections, and gives them back. {@return the processes behind them, with commas} */
    private String backends() throws SQLException {
        List<Connection> taken = new ArrayList<>();
        try {
            List<String> backends = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                Connection connection = dataSource.getConnection();
                taken.add(connection);
                try (Statement statement = connection.createStatement();
                        ResultSet backend = statement.executeQuery("select pg_backend_pid()")) {
                    backend.next();
                    backends.add(backend.getString(1));
                }
            }
            return String.join(", ", backends);
        } finally {
            for (Connection one : taken) {
                one.close();
            }
        }
    }
}
