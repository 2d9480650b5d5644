package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;
import org.prefstream.embedded.testing.TestCertificate;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** One setting encrypts the connections of both drivers, and says whom they trust. */
class EncryptedDatabaseTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String ENCRYPTED = "select ssl from pg_stat_ssl where pid = pg_backend_pid()";

    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    private TestCertificate certificate = new TestCertificate(Path.of(""), Path.of(""));

    @BeforeEach
    void theServerHasACertificate() throws IOException, SQLException {
        assumeTrue(!"containers".equals(System.getProperty("prefstream.infra")), "the server must see our files");
        certificate = TestCertificate.make(folder);
        Path key = Files.createFile(folder.resolve("server.key"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(key, certificate.privateKey());
        asAdministrator("alter system set ssl_cert_file = '%s'".formatted(certificate.certificate()));
        asAdministrator("alter system set ssl_key_file = '%s'".formatted(key));
        asAdministrator("alter system set ssl = on");
        asAdministrator("select pg_reload_conf()");
    }

    @AfterEach
    void asBefore() throws Exception {
        asAdministrator("alter system reset ssl");
        asAdministrator("alter system reset ssl_cert_file");
        asAdministrator("alter system reset ssl_key_file");
        asAdministrator("select pg_reload_conf()");
        vertx.close().toCompletionStage().toCompletableFuture().get();
    }

    @ParameterizedTest
    @ValueSource(strings = {"require", "verify-ca", "verify-full"})
    void bothDriversEncrypt(String mode) throws SQLException {
        DatabaseSettings settings = settings(mode, certificate.certificate());

        assertThat(untilItAnswers(settings)).isTrue();
        assertThat(reactive(settings).await().atMost(SOON)).isTrue();
    }

    @Test
    void neitherDriverTrustsACertificateThatItDoesNotKnow() throws IOException, SQLException {
        untilItAnswers(settings("require", certificate.certificate()));
        TestCertificate other = TestCertificate.make(Files.createDirectory(folder.resolve("other")));
        DatabaseSettings settings = settings("verify-full", other.certificate());

        assertThatThrownBy(() -> encrypted(settings)).isInstanceOf(SQLException.class);
        assertThatThrownBy(() -> reactive(settings).await().atMost(SOON)).isInstanceOf(Exception.class);
    }

    private static DatabaseSettings settings(String mode, Path rootCertificate) {
        return TestDatabase.settings().secured(mode, rootCertificate).read();
    }

    /** The server takes its new settings over in its own time. */
    private static boolean untilItAnswers(DatabaseSettings settings) throws SQLException {
        await().atMost(SOON).ignoreExceptions().until(() -> encrypted(settings));
        return encrypted(settings);
    }

    private static boolean encrypted(DatabaseSettings settings) throws SQLException {
        try (Connection connection = VanishedDatabaseTest.jdbc(settings);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(ENCRYPTED)) {
            return row.next() && row.getBoolean(1);
        }
    }

    private Uni<Boolean> reactive(DatabaseSettings settings) {
        return new Connections(settings, settings).open(vertx, Map.of())
                .chain(connection -> Uni.createFrom()
                        .completionStage(() -> connection.query(ENCRYPTED).execute().toCompletionStage())
                        .map(rows -> rows.iterator().next().getBoolean(0))
                        .eventually(() -> {
                            connection.close();
                        }));
    }

    private static void asAdministrator(String sql) throws SQLException {
        Servers servers = RealServers.shared();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(servers.jdbcUrl("postgres"));
        source.setUser("postgres");
        source.setPassword(servers.password());
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
