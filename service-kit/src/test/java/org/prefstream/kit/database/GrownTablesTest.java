package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

/** Plans are made for the tables that there are, also while a new system gets its first rows. */
@QuarkusTest
class GrownTablesTest {

    private static final Duration SOON = Duration.ofSeconds(30);

    @Inject
    DataSource database;

    @BeforeEach
    void tablesThatPostgresDoesNotLookAtByItself() throws SQLException {
        execute("create table \"Grown\" (id bigint) with (autovacuum_enabled = off)");
        execute("create table \"Queue\" (id bigint) with (autovacuum_enabled = off)");
    }

    @AfterEach
    void drop() throws SQLException {
        execute("drop table \"Grown\", \"Queue\"");
    }

    @Test
    void aTableThatHasGrownIsLookedAtAgainAndAgain() throws SQLException {
        for (int rows : new int[]{1_000, 3_000}) {
            execute("insert into \"Grown\" select * from generate_series(1, " + rows + ")");

            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(known("Grown")).isEqualTo(rows == 1_000 ? 1_000 : 4_000));
        }
    }

    /** To look at an outbox each second, while thousands of rows pass through it, would cost those who fill it. */
    @Test
    void aTableThatMostRowsHaveLeftAgainIsNotLookedAt() throws SQLException {
        execute("insert into \"Queue\" select * from generate_series(1, 6000); delete from \"Queue\" where id <= 4000; "
                + "select pg_stat_force_next_flush()"); // one transaction, which is counted before that of the other table
        execute("insert into \"Grown\" select * from generate_series(1, 1000)");

        await().atMost(SOON).untilAsserted(() -> assertThat(known("Grown")).isEqualTo(1_000));
        assertThat(known("Queue")).isNegative();
    }

    /** {@return how many rows PostgreSQL makes its plans for, negative where it has not looked} */
    private long known(String table) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select reltuples from pg_class where relname = '" + table + "'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
