package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class BinaryCopyTest {

    private static final String TABLE = """
            create temporary table copied (big bigint, small int, words text, at timestamptz) on commit drop
            """;
    private static final String COPY = "copy copied (big, small, words, at) from stdin (format binary)";

    @Inject
    Transactions transactions;

    /** What a test copies. */
    @FunctionalInterface
    private interface Rows {

        void addTo(BinaryCopy copy) throws SQLException;
    }

    @Test
    void storesEachValueAsItIs() {
        Instant before2000 = Instant.parse("1969-12-31T23:59:59.999999999Z");

        assertThat(stored(rows -> {
            rows.row(4).whole(Long.MIN_VALUE).small(-1).text("é☃ 日本語 \\ \t\n").moment(before2000);
            rows.row(4)
                    .whole(1L << 40)
                    .small(Integer.MAX_VALUE)
                    .text(null)
                    .moment(Instant.parse("2026-11-23T03:00:00.5Z"));
            rows.row(4).whole(0).small(0).text("").moment(Instant.parse("2000-01-01T00:00:00Z"));
        })).containsExactly("-9223372036854775808|-1|é☃ 日本語 \\ \t\n|1969-12-31T23:59:59.999999Z",
                "1099511627776|2147483647|null|2026-11-23T03:00:00.500000Z", "0|0||2000-01-01T00:00:00.000000Z");
    }

    @Test
    void storesMoreThanOnePiece() {
        String words = "w".repeat(100_000);

        assertThat(stored(rows -> {
            for (int i = 0; i < 20; i++) {
                rows.row(4).whole(i).small(i).text(words + i).moment(Instant.EPOCH);
            }
        })).hasSize(20).allMatch(row -> row.contains(words));
    }

    @Test
    void sendsNothingWithoutRows() {
        assertThat(stored("no SQL at all", rows -> {
        })).isEmpty();
    }

    @Test
    void storesNothingOfWhatWasNotEnded() {
        assertThatThrownBy(() -> stored(rows -> {
            rows.row(4).whole(1);
            throw new IllegalStateException("given up");
        })).isInstanceOf(IllegalStateException.class).hasMessage("given up");
        assertThat(stored(rows -> rows.row(4).whole(1).small(1).text("a").moment(Instant.EPOCH))).hasSize(1);
    }

    @Test
    void saysThatTheDatabaseRefuses() {
        assertThatThrownBy(
                () -> stored("copy no_such_table (a) from stdin (format binary)", rows -> rows.row(1).small(1)))
                .isInstanceOf(DatabaseFailed.class);
    }

    private List<String> stored(Rows added) {
        return stored(COPY, added);
    }

    private List<String> stored(String sql, Rows added) {
        return transactions.bulk(connection -> {
            try (Statement statement = connection.createStatement()) {
                statement.execute(TABLE);
            }
            try (BinaryCopy copy = new BinaryCopy(connection, sql)) {
                added.addTo(copy);
                long count = copy.end();
                List<String> found = select(connection);
                assertThat(count).isEqualTo(found.size());
                return found;
            }
        });
    }

    private static List<String> select(Connection connection) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
                select big || '|' || small || '|' || coalesce(words, 'null') || '|'
                    || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') from copied
                """)) {
            while (row.next()) {
                found.add(row.getString(1));
            }
        }
        return found;
    }
}
