package org.prefstream.export.download;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

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
import org.prefstream.labelstudio.json.Json;

import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class StreamingTest {

    private static final int LINE_BYTES = 64 * 1024;
    /** More than the buffers of two sockets hold. */
    private static final int FILE_LINES = 512;
    private static final String NUMBERED_LINES = "'{\"pad\":\"' || lpad(n::text, %d, 'x') || '\"}'"
            .formatted(LINE_BYTES - 11);
    /** Of both shapes, so each record is read before it is written. */
    private static final String A_TEXT_AND_CONVERSATIONS = "case n when 400 then 'TEXT' else 'MESSAGES' end";
    private static final String SNAPSHOTS_OF_EXPORTS = """
            select count(*) from pg_stat_activity
            where datname = current_database() and backend_xmin is not null and query like '%preference_copy%'
                and pid <> pg_backend_pid()
            """;
    private static final Path OPEN_FILES = Path.of("/proc/self/fd");

    @Inject
    Owners owners;

    @Inject
    DataSource dataSource;

    @Inject
    Transactions transactions;

    @Inject
    DownloadConfig config;

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
            await().atMost(Owners.SOON).until(() -> number(SNAPSHOTS_OF_EXPORTS) == 1);
        }

        await().atMost(Owners.SOON).until(() -> number(SNAPSHOTS_OF_EXPORTS) == 0);
    }

    @Test
    void anExportCompletesWhileMoreClientsReadSlowlyThanThereArePlaces() throws Exception {
        store(NUMBERED_LINES, FILE_LINES);
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i <= config.concurrent(); i++) {
                slow.add(ask());
            }
            for (Socket socket : slow) {
                byte[] begin = socket.getInputStream().readNBytes(LINE_BYTES);
                assertThat(new String(begin, StandardCharsets.US_ASCII)).startsWith("HTTP/1.1 200");
            }

            assertThat(exports.export(projectId, "TRL").asByteArray()).hasSize(FILE_LINES * LINE_BYTES);
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aSlowDownloadKeepsNoSnapshotAndHasTheBytesOfAFastOne() throws Exception {
        store(NUMBERED_LINES, FILE_LINES);
        byte[] fast = exports.export(projectId, "TRL").asByteArray();

        HttpURLConnection connection = (HttpURLConnection) uri().toURL().openConnection();
        connection.setRequestProperty("Authorization", "Token " + exports.token());
        try (InputStream in = connection.getInputStream()) {
            byte[] begin = in.readNBytes(LINE_BYTES);
            await().atMost(Owners.SOON).until(() -> number(SNAPSHOTS_OF_EXPORTS) == 0);
            assertThat(openSpools()).isEqualTo(1);

            assertThat(Arrays.equals(begin, Arrays.copyOf(fast, LINE_BYTES))).isTrue();
            assertThat(Arrays.equals(in.readAllBytes(), Arrays.copyOfRange(fast, LINE_BYTES, fast.length))).isTrue();
        }
        await().atMost(Owners.SOON).until(() -> openSpools() == 0);
    }

    @Test
    void aClientThatHangsUpLeavesNoSpool() throws Exception {
        store(NUMBERED_LINES, FILE_LINES);

        try (Socket socket = ask()) {
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            await().atMost(Owners.SOON).until(() -> openSpools() == 1);
        }

        await().atMost(Owners.SOON).until(() -> openSpools() == 0);
    }

    @Test
    void afterAFailureInTheMiddleTheFileDoesNotLookWhole() throws Exception {
        String conversation = Json.write(Records.conversation(projectId, 1, 1));
        String padded = "'%s,\"pad\":\"' || repeat('x', 1000) || '\"}'"
                .formatted(conversation.substring(0, conversation.length() - 1));
        store("case n when 400 then 'not a record' else " + padded + " end", A_TEXT_AND_CONVERSATIONS, 800);

        try (Socket socket = ask()) {
            String all = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            assertThat(all).startsWith("HTTP/1.1 200").contains("\"pad\":\"xxx").doesNotContain("\r\n0\r\n\r\n");
        }
    }

    @Test
    void aFailureBeforeTheFirstByteIsAnErrorLikeAnyOther() throws Exception {
        store("'not a record'", A_TEXT_AND_CONVERSATIONS, 400);

        assertThat(exports.export(projectId, "TRL").statusCode()).isEqualTo(500);
    }

    @Test
    void theHeadOfAFileIsToldWithoutWritingTheFile() {
        store("'not a record'", 1);

        given().header("Authorization", "Token " + exports.token())
                .head("/api/projects/{id}/export?exportType=TRL", projectId)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".jsonl"));
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private URI uri() {
        return URI.create("http://localhost:%d/api/projects/%d/export?exportType=TRL".formatted(port(), projectId));
    }

    /** {@return the number of spools that this process has open; they have no name in any folder} */
    private static long openSpools() throws IOException {
        assumeThat(OPEN_FILES).exists();
        try (Stream<Path> open = Files.list(OPEN_FILES)) {
            return open.filter(StreamingTest::isSpool).count();
        }
    }

    private static boolean isSpool(Path open) {
        try {
            return Files.readSymbolicLink(open).toString().contains("prefstream-export-");
        } catch (IOException closedMeanwhile) {
            return false;
        }
    }

    private Socket ask() throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(LINE_BYTES);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
        socket.getOutputStream().write("""
                GET %s?%s HTTP/1.1\r
                Host: localhost\r
                Authorization: Token %s\r
                \r
                """.formatted(uri().getPath(), uri().getQuery(), exports.token()).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    /** Puts rows into the copy, so many that it may take as long as bulk work does. */
    private void store(String record, int rows) {
        store(record, "'TEXT'", rows);
    }

    private void store(String record, String shape, int rows) {
        transactions.bulk(connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    """
                            insert into preference_copy (record_id, revision, deleted, project_id, task_id, annotation_id, shape, record,
                                guidelines_version)
                            select ? || '/' || n, 1, false, ?, n, n, %s, %s, 0 from generate_series(1, ?) as n
                            """
                            .formatted(shape, record))) {
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
