package org.prefstream.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

/**
 * Runs a real Kafka broker, which is its own KRaft controller, in this JVM and on 127.0.0.1. The broker creates no
 * topics automatically, keeps records for ever, and accepts records of up to 8 MiB.
 */
public final class BrokerServer implements AutoCloseable {

    private static final int NODE = 1;
    private static final int MESSAGE_BYTES_MAX = 8 * 1024 * 1024;
    private static final int CLEANER_BYTES = 8 * 1024 * 1024;

    private final KafkaRaftServer server;
    private final int port;

    private BrokerServer(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts the broker and waits until it accepts connections.
     *
     * @param folder
     *            the data folder; a new one is formatted
     * @param port
     *            the port for clients; 0 chooses a free one
     * @throws IOException
     *             if the folder cannot be formatted
     */
    public static BrokerServer start(Path folder, int port) throws IOException {
        return start(folder, port, Map.of(), List.of());
    }

    /**
     * Starts a broker that writes to disk before it acknowledges, so that a power cut loses nothing. It needs this
     * because there is no replica.
     *
     * @throws IOException
     *             if the folder cannot be formatted
     */
    static BrokerServer startDurable(Path folder, int port) throws IOException {
        return start(folder, port, Map.of("log.flush.interval.messages", "1"), List.of());
    }

    /**
     * Starts a broker whose clients must use TLS and log in (SASL_SSL). It speaks to itself without both.
     *
     * @param listener
     *            the settings of the clients' listener, such as {@code ssl.keystore.location} and
     *            {@code plain.sasl.jaas.config}
     * @param scram
     *            who may log in by SCRAM, as {@code kafka-storage format --add-scram} takes it; it is written into a new
     *            folder
     * @throws IOException
     *             if the folder cannot be formatted
     */
    public static BrokerServer startSecured(Path folder, int port, Map<String, String> listener, List<String> scram)
            throws IOException {
        int chosen = port == 0 ? FreePorts.next() : port;
        int ownPort = FreePorts.next();
        int controllerPort = FreePorts.next();
        Map<String, String> additional = new HashMap<>(Map.of("listeners",
                "CLIENTS://127.0.0.1:%d,ITSELF://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(chosen, ownPort,
                        controllerPort),
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort), "advertised.listeners",
                "CLIENTS://127.0.0.1:%d,ITSELF://127.0.0.1:%d".formatted(chosen, ownPort),
                "listener.security.protocol.map", "CLIENTS:SASL_SSL,ITSELF:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "ITSELF"));
        listener.forEach((name, value) -> additional.put("listener.name.clients." + name, value));
        return start(folder, chosen, additional, scram);
    }

    private static BrokerServer start(Path folder, int port, Map<String, String> additional, List<String> scram)
            throws IOException {
        int chosen = port == 0 ? FreePorts.next() : port;
        Files.createDirectories(folder);
        format(folder, scram);
        Properties settings = settings(folder, chosen);
        settings.putAll(additional);
        KafkaRaftServer server = new KafkaRaftServer(KafkaConfig.fromProps(settings), Time.SYSTEM);
        server.startup();
        return new BrokerServer(server, chosen);
    }

    /** {@return the bootstrap address for clients} */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    /** Stops the broker in an orderly way: acknowledged records are on disk, and the next start is quick. */
    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    private static void format(Path folder, List<String> scram) throws IOException {
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            new Formatter().setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8))
                    .setNodeId(NODE)
                    .setClusterId(Uuid.randomUuid().toString())
                    .addDirectory(folder.toAbsolutePath().toString())
                    .setMetadataLogDirectory(folder.toAbsolutePath().toString())
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setControllerListenerName("CONTROLLER")
                    .setScramArguments(scram)
                    .setIgnoreFormatted(true)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("Kafka's data folder %s could not be formatted".formatted(folder), e);
        }
    }

    private static Properties settings(Path folder, int port) {
        int controllerPort = FreePorts.next();
        Properties settings = new Properties();
        settings.putAll(Map.of("process.roles", "broker,controller", "node.id", Integer.toString(NODE),
                "controller.quorum.voters", "%d@127.0.0.1:%d".formatted(NODE, controllerPort),
                "controller.listener.names", "CONTROLLER", "listeners",
                "CLIENTS://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d".formatted(port, controllerPort),
                "advertised.listeners", "CLIENTS://127.0.0.1:" + port, "listener.security.protocol.map",
                "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT", "inter.broker.listener.name", "CLIENTS", "log.dirs",
                folder.toAbsolutePath().toString()));
        settings.putAll(topics());
        settings.putAll(oneBroker());
        settings.putAll(transactions());
        settings.putAll(smallFootprint());
        return settings;
    }

    /** No client creates a topic by accident, no record expires, and records are on disk within a second. */
    private static Map<String, String> topics() {
        return Map.of("auto.create.topics.enable", "false", "message.max.bytes", Integer.toString(MESSAGE_BYTES_MAX),
                "replica.fetch.max.bytes", Integer.toString(MESSAGE_BYTES_MAX), "log.retention.ms", "-1",
                "log.retention.bytes", "-1", "offsets.retention.minutes", Integer.toString(365 * 24 * 60),
                "log.flush.interval.ms", "1000", "log.flush.scheduler.interval.ms", "500");
    }

    /** A single broker has no replicas, stops in an orderly way, and is back soon after a crash. */
    private static Map<String, String> oneBroker() {
        return Map.of("offsets.topic.replication.factor", "1", "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1", "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1", "controlled.shutdown.enable", "true",
                "broker.session.timeout.ms", "3000", "broker.heartbeat.interval.ms", "500",
                "group.initial.rebalance.delay.ms", "0");
    }

    /** A relay begins its next transaction sooner: the broker looks for the last markers each ms, not each 20 ms. */
    private static Map<String, String> transactions() {
        return Map.of("add.partitions.to.txn.retry.backoff.ms", "1");
    }

    private static Map<String, String> smallFootprint() {
        return Map.of("offsets.topic.num.partitions", "4", "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "1", "num.network.threads", "2", "num.io.threads", "4",
                "background.threads", "2", "log.cleaner.threads", "1", "log.cleaner.dedupe.buffer.size",
                Integer.toString(CLEANER_BYTES), "log.cleaner.io.buffer.size", Integer.toString(CLEANER_BYTES / 16));
    }
}
