package org.prefstream.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.prefstream.embedded.BrokerServer;
import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.PostgresAdmin;
import org.prefstream.embedded.PostgresCluster;
import org.prefstream.embedded.PostgresCluster.Durability;
import org.prefstream.embedded.PostgresPrograms;
import org.prefstream.embedded.PostgresServer;

/** Runs PostgreSQL from the binaries on the class path, and the broker in this JVM. */
final class EmbeddedInfrastructure implements Infrastructure {

    private final Path folder;
    private final PostgresServer postgres;
    private final int brokerPort = FreePorts.next();
    private @Nullable BrokerServer broker;

    private EmbeddedInfrastructure(Path folder, PostgresServer postgres) {
        this.folder = folder;
        this.postgres = postgres;
    }

    static EmbeddedInfrastructure start() {
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
            PostgresPrograms programs = PostgresPrograms
                    .in(temporary.resolve("prefstream-programs-" + System.getProperty("user.name")))
                    .unpack();
            Path folder = Files.createTempDirectory(temporary, "prefstream-tests-");
            PostgresCluster cluster = new PostgresCluster(programs, folder.resolve("postgres"), FreePorts.next(),
                    "superuser", Durability.NON_DURABLE);
            PostgresServer postgres = PostgresServer.startTemporary(cluster, folder.resolve("postgres.log"), folder);
            EmbeddedInfrastructure started = new EmbeddedInfrastructure(folder, postgres);
            started.startBroker();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public PostgresAdmin postgres() {
        return postgres.admin();
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    @Override
    public void stopBroker() {
        if (broker != null) {
            broker.close();
            broker = null;
        }
    }

    @Override
    public void startBroker() {
        if (broker != null) {
            return;
        }
        try {
            broker = BrokerServer.start(folder.resolve("kafka"), brokerPort);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        stopBroker();
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
