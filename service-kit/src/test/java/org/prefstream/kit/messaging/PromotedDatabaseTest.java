package org.prefstream.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.PostgresCluster;
import org.prefstream.embedded.PostgresCluster.Durability;
import org.prefstream.embedded.PostgresPrograms;
import org.prefstream.embedded.PostgresServer;

/** PostgreSQL's own promotion of a standby, seen by the role of a service. */
class PromotedDatabaseTest {

    private static final Path PROGRAMS = Path.of(System.getProperty("java.io.tmpdir"),
            "prefstream-programs-" + System.getProperty("user.name"));

    @TempDir
    Path folder = Path.of("");

    @Test
    void aPromotionIsSeenAndANewEpochBegins() throws Exception {
        // Given a database that was started as a standby
        Path data = folder.resolve("data");
        PostgresCluster cluster = new PostgresCluster(PostgresPrograms.in(PROGRAMS).unpack(), data, FreePorts.next(),
                "superuser", Durability.NON_DURABLE);
        DataSource service = source(cluster, "service", "service", "secret");
        try (PostgresServer primary = PostgresServer.start(cluster, folder.resolve("log"))) {
            primary.admin().createDatabase("service", "service", "secret");
            Flyway.configure().dataSource(service).locations("db/kit").load().migrate();
            assertThat(new DatabaseLife(service).isAnother()).isFalse();
            assertThat(text(service, "select next_revision(7)")).isEqualTo("8");
        }
        Files.createFile(data.resolve("standby.signal"));
        try (PostgresServer standby = PostgresServer.start(cluster, folder.resolve("log"))) {
            // When
            assertThat(standby.admin().isReady()).isTrue();
            assertThat(text(source(cluster, "postgres", "postgres", "superuser"), "select pg_promote()"))
                    .isEqualTo("t");

            // Then
            DatabaseLife life = new DatabaseLife(service);
            assertThat(life.isAnother()).isTrue();
            assertThatThrownBy(() -> text(service, "select next_revision(7)")).hasMessageContaining("promoted");
            life.begin(0);
            assertThat(life.isAnother()).isFalse();
            assertThat(text(service, "select next_revision(7)")).isEqualTo(Long.toString((1L << 32) + 1));
        }
    }

    private static DataSource source(PostgresCluster cluster, String database, String user, String password) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl("jdbc:postgresql://127.0.0.1:%d/%s".formatted(cluster.port(), database));
        source.setUser(user);
        source.setPassword(password);
        return source;
    }

    private static String text(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }
}
