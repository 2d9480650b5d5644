package org.prefstream.embedded.testing;

import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.PostgresAdmin;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.HostConfig;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports.Binding;

/**
 * Runs PostgreSQL and Kafka from their images, by Testcontainers. No test has run this class on a Docker engine yet.
 */
final class ContainerInfrastructure implements Infrastructure {

    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18");
    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
    private static final Duration START_MAX = Duration.ofMinutes(2);
    private static final String PASSWORD = "superuser";
    private static final int POSTGRES_PORT = 5432;

    private final GenericContainer<?> postgres;
    private final GenericContainer<?> broker;
    private final int brokerPort;

    private ContainerInfrastructure(GenericContainer<?> postgres, GenericContainer<?> broker, int brokerPort) {
        this.postgres = postgres;
        this.broker = broker;
        this.brokerPort = brokerPort;
    }

    static boolean isPossible() {
        return DockerClientFactory.instance().isDockerAvailable();
    }

    @SuppressWarnings("resource") // both containers run until the JVM ends
    static ContainerInfrastructure start() {
        GenericContainer<?> postgres = new GenericContainer<>(POSTGRES).withEnv("POSTGRES_PASSWORD", PASSWORD)
                .withExposedPorts(POSTGRES_PORT)
                .withCommand("postgres", "-c", "fsync=off", "-c", "synchronous_commit=off", "-c",
                        "full_page_writes=off", "-c", "max_connections=200")
                // The image starts the server twice; the first start only creates the data folder.
                .waitingFor(Wait.forLogMessage(".*database system is ready to accept connections.*\\n", 2)
                        .withStartupTimeout(START_MAX));
        int brokerPort = FreePorts.next();
        GenericContainer<?> broker = broker(brokerPort);
        postgres.start();
        broker.start();
        return new ContainerInfrastructure(postgres, broker, brokerPort);
    }

    @Override
    public PostgresAdmin postgres() {
        return new PostgresAdmin(postgres.getHost(), postgres.getMappedPort(POSTGRES_PORT), PASSWORD);
    }

    @Override
    public String bootstrapServers() {
        return broker.getHost() + ":" + brokerPort;
    }

    /** Stops the container and keeps it, because {@code GenericContainer.stop} would remove it with its data. */
    @Override
    public void stopBroker() {
        broker.getDockerClient().stopContainerCmd(broker.getContainerId()).exec();
    }

    @Override
    public void startBroker() {
        broker.getDockerClient().startContainerCmd(broker.getContainerId()).exec();
        Wait.forListeningPort().withStartupTimeout(START_MAX).waitUntilReady(broker);
    }

    @Override
    public void stop() {
        broker.stop();
        postgres.stop();
    }

    /** The port is the same outside of the container, because the broker tells its clients its address. */
    @SuppressWarnings("resource")
    private static GenericContainer<?> broker(int port) {
        String host = DockerClientFactory.instance().dockerHostIpAddress();
        return new GenericContainer<>(KAFKA).withEnv(brokerSettings(host, port))
                .withExposedPorts(port)
                .withCreateContainerCmdModifier(command -> command.withHostConfig(hostConfig(command.getHostConfig())
                        .withPortBindings(new PortBinding(Binding.bindPort(port), ExposedPort.tcp(port)))))
                .waitingFor(Wait.forLogMessage(".*Kafka Server started.*\\n", 1).withStartupTimeout(START_MAX));
    }

    private static HostConfig hostConfig(@Nullable HostConfig present) {
        return present == null ? HostConfig.newHostConfig() : present;
    }

    private static Map<String, String> brokerSettings(String host, int port) {
        return Map.ofEntries(Map.entry("KAFKA_NODE_ID", "1"), Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@localhost:19093"),
                Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                Map.entry("KAFKA_LISTENERS", "CLIENTS://0.0.0.0:%d,CONTROLLER://0.0.0.0:19093".formatted(port)),
                Map.entry("KAFKA_ADVERTISED_LISTENERS", "CLIENTS://%s:%d".formatted(host, port)),
                Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CLIENTS:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("KAFKA_INTER_BROKER_LISTENER_NAME", "CLIENTS"),
                Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                Map.entry("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(8 * 1024 * 1024)),
                Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_REPLICATION_FACTOR", "1"),
                Map.entry("KAFKA_SHARE_COORDINATOR_STATE_TOPIC_MIN_ISR", "1"),
                Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"));
    }
}
