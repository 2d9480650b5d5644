package org.prefstream.embedded.testing;

import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * Gives the tests of all modules a real PostgreSQL and a real broker, one of each per JVM. They start with the first
 * test that needs them and stop with the JVM. With {@code @QuarkusTestResource} or {@code @WithTestResource} and the
 * argument {@code database} the tests of a service get a database with that name and a prefix for their topics, both
 * for this run alone. Tests without Quarkus use {@link #shared()}.
 *
 * <p>
 * The system property {@code prefstream.infra} ({@code -Dinfra} of the build) chooses the servers: {@code embedded},
 * {@code containers} (postgres:18 and apache/kafka:4.1.1 by Testcontainers; not tested yet), or {@code auto}, which
 * means containers where a Docker engine answers.
 */
public final class RealServers implements QuarkusTestResourceLifecycleManager {

    private String database = "prefstream";

    @Override
    public void init(Map<String, String> initArgs) {
        database = initArgs.getOrDefault("database", database);
    }

    @Override
    public Map<String, String> start() {
        Servers servers = shared();
        String topicPrefix = createDatabase(database);
        Map<String, String> settings = new HashMap<>(Map.of("prefstream.db.name", database, "prefstream.db.user",
                database, "prefstream.db.password", database, "kafka.bootstrap.servers", servers.bootstrap(),
                "prefstream.topic-prefix", topicPrefix));
        settings.putAll(isPooled() ? throughPooler(servers) : direct(servers));
        return settings;
    }

    private static Map<String, String> direct(Servers servers) {
        return Map.of("prefstream.db.host", servers.host(), "prefstream.db.port", Integer.toString(servers.port()));
    }

    private static Map<String, String> throughPooler(Servers servers) {
        return Map.of("prefstream.db.host", "127.0.0.1", "prefstream.db.port", (String) call("startPooler"),
                "prefstream.db.pooler", "true", "prefstream.db.direct-host", servers.host(),
                "prefstream.db.direct-port", Integer.toString(servers.port()));
    }

    /** {@return whether the services under test reach the database through PgBouncer ({@code prefstream.pooler}, {@code -Ppgbouncer})} */
    private static boolean isPooled() {
        return "pgbouncer".equals(System.getProperty("prefstream.pooler"));
    }

    /** Does nothing, because the servers run until the JVM ends, for the tests that follow. */
    @Override
    public void stop() {
        // intentionally empty
    }

    /** {@return the servers of this JVM; the first call starts them} */
    @SuppressWarnings("unchecked")
    public static Servers shared() {
        Map<String, String> found = (Map<String, String>) call("start");
        return new Servers(text(found, "host"), Integer.parseInt(text(found, "port")), text(found, "password"),
                text(found, "bootstrap"));
    }

    /** {@return a reader of the topics that go with a database of this run} */
    public static TopicReader topics(String database) {
        return new TopicReader(shared().bootstrap(), createDatabase(database));
    }

    /** Stops the broker and keeps its data, as if Kafka had died. A test that does so starts it again. */
    public static void stopBroker() {
        call("stopBroker");
    }

    /** Starts the stopped broker again, at the same address and with all its data. */
    public static void startBroker() {
        call("startBroker");
    }

    /**
     * {@return the settings of clients of a second broker, which demands TLS and a password; the first call starts it. It
     * runs in this JVM, whatever {@code prefstream.infra} says}
     *
     * @param mechanism how they log in: {@code PLAIN} or {@code SCRAM-SHA-512}
     */
    @SuppressWarnings("unchecked")
    public static Map<String, String> securedBroker(String mechanism) {
        return (Map<String, String>) call("startSecuredBroker", mechanism);
    }

    /** {@return the topic prefix for the database, which is created unless it exists} */
    static String createDatabase(String name) {
        return (String) call("createDatabase", name);
    }

    private static Object call(String method, String... arguments) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        Class<?> servers = inApplicationClassLoader();
        thread.setContextClassLoader(servers.getClassLoader());
        try {
            Class<?>[] types = arguments.length == 0 ? new Class<?>[0] : new Class<?>[]{String.class};
            Object answer = servers.getMethod(method, types).invoke(null, (Object[]) arguments);
            return answer == null ? "" : answer;
        } catch (InvocationTargetException e) {
            throw new IllegalStateException("The real servers for the tests failed: " + e.getCause(), e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Class<?> inApplicationClassLoader() {
        String name = "org.prefstream.embedded.testing.SharedServers";
        try {
            return Class.forName(name, true, ClassLoader.getSystemClassLoader());
        } catch (ClassNotFoundException onlyHere) {
            return SharedServers.class;
        }
    }

    private static String text(Map<String, String> found, String name) {
        String value = found.get(name);
        if (value == null) {
            throw new IllegalStateException("The real servers did not report their " + name);
        }
        return value;
    }
}
