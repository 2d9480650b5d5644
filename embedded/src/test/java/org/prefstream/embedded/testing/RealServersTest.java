package org.prefstream.embedded.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.prefstream.embedded.FreePorts;

class RealServersTest {

    @Test
    void givesAServiceItsDatabaseAndItsTopicsPrefix() throws Exception {
        RealServers resource = new RealServers();
        resource.init(Map.of("database", "singing"));

        Map<String, String> given = resource.start();

        String url = "jdbc:postgresql://%s:%s/%s".formatted(given.get("prefstream.db.host"),
                given.get("prefstream.db.port"), given.get("prefstream.db.name"));
        try (Connection connection = DriverManager.getConnection(url, given.get("prefstream.db.user"),
                given.get("prefstream.db.password"))) {
            assertThat(connection.getCatalog()).isEqualTo("singing");
        }
        assertThat(given.get("prefstream.topic-prefix")).matches("t[0-9a-f]{4}\\.");
        assertThat(given.get("kafka.bootstrap.servers")).isEqualTo(RealServers.shared().bootstrap());
    }

    @Test
    void startsNoSecondPairOfServersInAnotherClassLoader() throws Exception {
        URL classes = Path.of("target", "classes").toUri().toURL();
        Servers here = RealServers.shared();

        try (URLClassLoader other = new OwnClassesFirst(classes)) {
            Object there = other.loadClass(RealServers.class.getName()).getMethod("shared").invoke(null);

            assertThat(there).isNotInstanceOf(Servers.class).hasToString(here.toString());
        }
    }

    @Test
    void bringsTheStoppedBrokerBackWithItsTopics() throws Exception {
        Servers servers = RealServers.shared();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers.bootstrap()))) {
            admin.createTopics(List.of(new NewTopic("kept-over-the-stop", 1, (short) 1))).all().get(20, SECONDS);

            RealServers.stopBroker();
            boolean freeMeanwhile = FreePorts.isFree(port(servers));
            RealServers.startBroker();

            assertThat(freeMeanwhile).isTrue();
            assertThat(admin.listTopics().names().get(20, SECONDS)).contains("kept-over-the-stop");
        }
    }

    private static int port(Servers servers) {
        return Integer.parseInt(servers.bootstrap().substring(servers.bootstrap().indexOf(':') + 1));
    }

    /** Loads the module's classes itself, as Quarkus does for each test profile. */
    private static final class OwnClassesFirst extends URLClassLoader {

        OwnClassesFirst(URL classes) {
            super(new URL[]{classes}, RealServersTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith("org.prefstream.embedded.")) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
