package org.prefstream.embedded.testing;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

import org.jspecify.annotations.Nullable;
import org.prefstream.embedded.PostgresAdmin;

/**
 * The one PostgreSQL and the one broker of this JVM. {@link RealServers} calls it by reflection in the application class
 * loader, so that there is one even where Quarkus loads the tests' classes anew for each profile, and so that the broker's
 * classes outlive such a class loader. For the same reason its methods take and give types of the JDK only.
 */
public final class SharedServers {

    private static final Map<String, String> TOPIC_PREFIXES = new ConcurrentHashMap<>();
    private static @Nullable Infrastructure running;

    private SharedServers() {
    }

    /** Starts the servers unless they run. {@return where they are: host, port, password, bootstrap} */
    public static synchronized Map<String, String> start() {
        PostgresAdmin postgres = running().postgres();
        return Map.of("host", postgres.host(), "port", Integer.toString(postgres.port()), "password",
                postgres.password(), "bootstrap", running().bootstrapServers());
    }

    /** Sees to it that the database and a role of the same name and password exist. {@return its topics' prefix} */
    public static synchronized String createDatabase(String name) throws SQLException {
        running().postgres().createDatabase(name, name, name);
        return TOPIC_PREFIXES.computeIfAbsent(name,
                database -> "t%04x.".formatted(ThreadLocalRandom.current().nextInt(0x10000)));
    }

    /** Stops the broker, whose data stay. */
    public static synchronized void stopBroker() {
        running().stopBroker();
    }

    /** Starts the broker again, on the same port and data. */
    public static synchronized void startBroker() {
        running().startBroker();
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
        String wished = System.getProperty("prefstream.infra", "auto");
        return switch (wished) {
            case "embedded" -> EmbeddedInfrastructure.start();
            case "containers" -> ContainerInfrastructure.start();
            case "auto" ->
                ContainerInfrastructure.isPossible() ? ContainerInfrastructure.start() : EmbeddedInfrastructure.start();
            default -> throw new IllegalArgumentException(
                    "-Dinfra (prefstream.infra) is auto, containers or embedded, not " + wished);
        };
    }
}
