package org.prefstream.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.prefstream.embedded.PostgresCluster.Durability;

class PostgresServerTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"),
            "prefstream-programs-" + System.getProperty("user.name"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void keepsItsDataOverARestartOnAnotherPort() throws Exception {
        try (PostgresServer first = PostgresServer.start(cluster(Durability.DURABLE), log())) {
            first.admin().createDatabase("songs", "singer", "it's a secret");
            execute(first, "create table song (title text)");
            execute(first, "insert into song values ('First')");
        }

        try (PostgresServer second = PostgresServer.start(cluster(Durability.DURABLE), log())) {
            assertThat(text(second, "select title from song")).isEqualTo("First");
        }
    }

    @Test
    void waitsForTheDiskOnlyWhenDurable() throws Exception {
        try (PostgresServer durable = PostgresServer.start(cluster(Durability.DURABLE), log())) {
            durable.admin().createDatabase("songs", "singer", "it's a secret");
            assertThat(settings(durable)).isEqualTo("on on on");
        }

        try (PostgresServer nonDurable = PostgresServer.start(cluster(Durability.NON_DURABLE), log())) {
            assertThat(settings(nonDurable)).isEqualTo("off off off");
        }
    }

    @Test
    void createsADatabaseTwiceAndTakesTheNewPassword() throws Exception {
        try (PostgresServer server = PostgresServer.start(cluster(Durability.NON_DURABLE), log())) {
            server.admin().createDatabase("songs", "singer", "old");
            server.admin().createDatabase("songs", "singer", "it's a secret");

            assertThat(text(server, "select current_user")).isEqualTo("singer");
            assertThatThrownBy(() -> connect(server, "songs", "singer", "old"))
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void keepsARoleOutOfAnotherRolesDatabase() throws Exception {
        try (PostgresServer server = PostgresServer.start(cluster(Durability.NON_DURABLE), log())) {
            server.admin().createDatabase("songs", "singer", "it's a secret");
            server.admin().createDatabase("plays", "actor", "another");

            assertThatThrownBy(() -> connect(server, "songs", "actor", "another"))
                    .hasMessageContaining("permission denied for database");
        }
    }

    @Test
    void deletesTheTemporaryFolder() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("temporary"));
        PostgresCluster cluster = new PostgresCluster(PostgresPrograms.in(PROGRAMS).unpack(), temporary.resolve("data"),
                FreePorts.next(), "superuser", Durability.NON_DURABLE);

        PostgresServer.startTemporary(cluster, log(), temporary).close();

        assertThat(temporary).doesNotExist();
    }

    @Test
    void refusesTheDataOfAnotherMajorVersion() throws Exception {
        PostgresCluster cluster = cluster(Durability.NON_DURABLE);
        Files.createDirectories(cluster.folder());
        Files.writeString(cluster.folder().resolve("PG_VERSION"), "12\n");

        assertThatThrownBy(() -> PostgresServer.start(cluster, log())).isInstanceOf(IOException.class)
                .hasMessageContaining("PostgreSQL 12")
                .hasMessageContaining("version 18");
    }

    @Test
    void saysWhyItDidNotStart() throws Exception {
        PostgresCluster cluster = cluster(Durability.NON_DURABLE);
        cluster.initialise();
        Files.writeString(cluster.folder().resolve("postgresql.conf"), "shared_buffers = 'plenty'");
        Files.writeString(cluster.folder().resolve("postgresql.auto.conf"), "no_such_setting = 1");

        assertThatThrownBy(() -> PostgresServer.start(cluster, log())).isInstanceOf(IOException.class)
                .hasMessageContaining("no_such_setting");
    }

    private PostgresCluster cluster(Durability durability) throws IOException {
        return new PostgresCluster(PostgresPrograms.in(PROGRAMS).unpack(), folder.resolve("data"), FreePorts.next(),
                "superuser", durability);
    }

    private Path log() {
        return folder.resolve("postgres.log");
    }

    private static String settings(PostgresServer server) throws SQLException {
        return text(server, "select current_setting('fsync') || ' ' || current_setting('synchronous_commit') || ' ' "
                + "|| current_setting('full_page_writes')");
    }

    private static String text(PostgresServer server, String query) throws SQLException {
        try (Connection connection = connect(server, "songs", "singer", "it's a secret");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }

    private static void execute(PostgresServer server, String command) throws SQLException {
        try (Connection connection = connect(server, "songs", "singer", "it's a secret");
                Statement statement = connection.createStatement()) {
            statement.execute(command);
        }
    }

    private static Connection connect(PostgresServer server, String database, String user, String password)
            throws SQLException {
        return DriverManager.getConnection(server.admin().jdbcUrl(database), user, password);
    }
}
