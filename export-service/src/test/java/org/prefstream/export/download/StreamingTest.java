package org.prefstream.export.download;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import jakarta.inject.Inject;

import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.prefstream.export.Exports;
import org.prefstream.export.Ids;
import org.prefstream.export.Owners;
import org.prefstream.export.PeerStandIns.Peers;
import org.prefstream.export.Records;
import org.prefstream.kit.database.Transactions;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StreamingTest {

    private static final int LINE_BYTES = 64 * 1024;
    private static final String OPEN_EXPORTS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and state in ('active', 'idle in transaction') and query like '%preference_copy%'
                and pid <> pg_backend_pid()
            """;

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @Inject
    Transactions transactions;

    @SuppressWarnings("NullAway.Init") // PeerStandIns sets it
    Peers peers;

    Exports exports;

    private final long projectId = Ids.next();

    @BeforeEach
    void project() {
        exports = Exports.asOwner(owners, peers);
        owners.publish(peers, Records.project(projectId));
    }

    @Test
    void readsNoFartherAheadThanItHoldsAndStopsWhenNobodyListens() throws Exception {
        int lines = (int) (Runtime.getRuntime().maxMemory() / LINE_BYTES * 5 / 4);
        store("'{\"pad\":\"' || repeat('x', " + (LINE_BYTES - 11) + ") || '\"}'", lines);

        try (Socket socket = ask()) {
            byte[] begin = socket.getInputStream().readNBytes(10 * LINE_BYTES);
            assertThat(new String(begin, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200")
                    .contains("{\"pad\":\"xxx");
            await().atMost(Owners.SOON).until(() -> number(OPEN_EXPORTS) == 1);
        }

        await().atMost(Owners.SOON).until(() -> number(OPEN_EXPORTS) == 0);
    }

    @Test
    void afterAFailureInTheMiddleTheFileDoesNotLookWhole() throws Exception {
        store("case n when 400 then 'not a record' else '{\"pad\":\"' || repeat('x', 1000) || '\"}' end", 800);

        try (Socket socket = ask()) {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(all).startsWith("HTTP/1.1 200").contains("{\"pad\":\"xxx").doesNotContain("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnErrorLikeAnyOther() throws Exception {
        store("'not a record'", 1);

        assertThat(exports.export(projectId, "TRL").statusCode()).isEqualTo(500);
    }

    private Socket ask() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LINE_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        socket.getOutputStream().write("""
                GET /api/projects/%d/export?exportType=TRL HTTP/1.1\r
                Host: localhost\r
                Authorization: Token %s\r
                \r
                """.formatted(projectId, exports.token()).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Puts rows into the copy, so many that it may take as long as bulk work does. */
    private void store(String record, int rows) {
        transactions.bulk(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("""
                    insert into preference_copy
                    select ? || '/' || n, 1, false, ?, n, n, 'TEXT', %s from generate_series(1, ?) as n
                    """.formatted(record))) {
                insert.setLong(1, projectId);
                insert.setLong(2, projectId);
                insert.setInt(3, rows);
                return insert.executeUpdate();
            }
        });
    }

    private long number(String select) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(select);
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
