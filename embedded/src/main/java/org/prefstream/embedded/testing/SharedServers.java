package org.prefstream.embedded.testing;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.prefstream.embedded.PostgresAdmin;

/**
 * Holds the one PostgreSQL and the one broker of this JVM. {@link RealServers} calls it by reflection in the
 * application class loader. There is therefore only one pair of servers even where Quarkus loads the test classes again
 * for each profile, and the classes of the broker outlive such a class loader. For the same reason the methods take and
 * return only types of the JDK.
 */
public final class SharedServers {

    private static final Map<String, String> TOPIC_PREFIXES = new ConcurrentHashMap<>();
    private static @Nullable Infrastructure running;
    private static @Nullable SecuredBroker secured;
    private static @Nullable PgBouncer pooler;

    private SharedServers() {
    }

    /** Starts the servers unless they run. {@return their host, port, password and bootstrap} */
    public static synchronized Map<String, String> start() {
        PostgresAdmin postgres = running().postgres();
        return Map.of("host", postgres.host(), "port", Integer.toString(postgres.port()), "password",
                postgres.password(), "bootstrap", running().bootstrapServers());
    }

    /**
     * Makes sure that the database and a role of the same name and password exist. {@return the prefix of its topics}
     */
    public static synchronized String createDatabase(String name) throws SQLException {
        running().postgres().createDatabase(name, name, name);
        return TOPIC_PREFIXES.computeIfAbsent(name,
                database -> "t%04x.".formatted(ThreadLocalRandom.current().nextInt(0x10000)));
    }

    /** Stops the broker and keeps its data. */
    public static synchronized void stopBroker() {
        running().stopBroker();
    }

    /** Starts the broker again, on the same port and with the same data. */
    public static synchronized void startBroker() {
        running().startBroker();
    }

    /** Starts the secured broker unless it runs. {@return the settings of its clients that log in by this mechanism} */
    public static synchronized Map<String, String> startSecuredBroker(String mechanism) throws IOException {
        SecuredBroker present = secured;
        if (present == null) {
            present = SecuredBroker.start();
            Runtime.getRuntime().addShutdownHook(new Thread(present::stop, "stop-secured-broker"));
            secured = present;
        }
        return present.clientSettings(mechanism);
    }

    /** Starts PgBouncer before the database unless it runs. {@return its port on 127.0.0.1} */
    public static synchronized String startPooler() throws IOException {
        PgBouncer present = pooler;
        if (present == null) {
            present = PgBouncer.start(running().postgres());
            Runtime.getRuntime().addShutdownHook(new Thread(present::stop, "stop-pgbouncer"));
            pooler = present;
        }
        return Integer.toString(present.port());
    }

    private static Infrastructure running() {
        Infrastructure present = running;
        if (present == null) {
            present = choose();
            Runtime.getRuntime().addShutdownHook(new Thread(present::stop, "stop-real-servers"));
            running = present;
        }
        return present;
    }

    private static Infrastructure choose() {
        String infra = System.getProperty("prefstream.infra", "auto");
        return switch (infra) {
            case "embedded" -> EmbeddedInfrastructure.start();
            case "containers" -> ContainerInfrastructure.start();
            case "auto" ->
                ContainerInfrastructure.isPossible() ? ContainerInfrastructure.start() : EmbeddedInfrastructure.start();
            default -> throw new IllegalArgumentException(
                    "-Dinfra (prefstream.infra) is auto, containers or embedded, not " + infra);
        };
    }
}
