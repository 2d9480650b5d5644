package org.prefstream.kit.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;

/** Settings of a database of the real server, as an operator would write them. */
public final class TestDatabase {

    private final Map<String, String> properties = new HashMap<>();

    private TestDatabase(String name) {
        Servers servers = RealServers.shared();
        servers.createDatabase(name);
        set("host", servers.host()).set("port", Integer.toString(servers.port()))
                .set("name", name)
                .set("user", name)
                .set("password", name)
                .set("ssl-mode", "disable")
                .set("ssl-root-certificate", "/nowhere.pem")
                .set("pooler", "false")
                .set("connect-timeout", "5s")
                .set("acquisition-timeout", "5s")
                .set("lock-timeout", "5s")
                .set("statement-timeout", "15s")
                .set("idle-in-transaction-timeout", "60s")
                .set("bulk-timeout", "2m");
    }

    static TestDatabase settings() {
        return settings("settings");
    }

    /** {@return the settings of a database, which is made unless it exists} */
    public static TestDatabase settings(String name) {
        return new TestDatabase(name);
    }

    TestDatabase through(int port) {
        return set("host", "127.0.0.1").set("port", Integer.toString(port));
    }

    TestDatabase statementTimeout(Duration time) {
        return set("statement-timeout", time.toMillis() + "ms");
    }

    TestDatabase secured(String mode, Path rootCertificate) {
        return set("ssl-mode", mode).set("ssl-root-certificate", rootCertificate.toString());
    }

    public TestDatabase set(String key, String value) {
        properties.put("prefstream.db." + key, value);
        return this;
    }

    DatabaseSettings read() {
        return DatabaseSettings.of(properties::get);
    }

    DatabaseSettings direct() {
        return DatabaseSettings.direct(properties::get);
    }

    /** {@return what opens connections with these settings} */
    public Connections connections() {
        return new Connections(read(), direct());
    }
}
