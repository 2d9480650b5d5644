package org.prefstream.kit.database;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.spi.ConfigSource;

import io.smallrye.config.ConfigSourceContext;
import io.smallrye.config.ConfigSourceFactory;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.PropertiesConfigSource;

/**
 * Derives the settings of JDBC and of the migrations from {@link DatabaseSettings}. An operator may still override each. A service
 * names the pools that it has beside the first one in {@code prefstream.db.more-pools}.
 */
public final class DatabaseConfigSource implements ConfigSourceFactory {

    private static final int ORDINAL = 90;
    private static final String POOLS = "prefstream.db.more-pools";
    /**
     * A connection that was not used for so long is tried before somebody gets it. A database that failed over has ended all
     * connections, and the next import would be told that it is away, though it is back.
     */
    private static final Duration UNUSED = Duration.ofMillis(500);
    /** A node that has vanished does not answer at all. */
    private static final Duration VALIDATION = Duration.ofSeconds(2);
    private static final Map<String, String> UNLIMITED = Map.of("lock_timeout", "0", "statement_timeout", "0",
            "idle_in_transaction_session_timeout", "0");

    @Override
    public Iterable<ConfigSource> getConfigSources(ConfigSourceContext context) {
        if (value(context, "prefstream.db.name").isEmpty()) {
            return List.of(); // a build, which needs no database
        }
        DatabaseSettings settings = DatabaseSettings.of(key -> value(context, key).orElse(null));
        DatabaseSettings direct = DatabaseSettings.direct(key -> value(context, key).orElse(null));
        Map<String, String> derived = derived(settings, direct);
        value(context, POOLS).stream()
                .flatMap(names -> Stream.of(names.split(",")))
                .forEach(name -> derived.putAll(pool("quarkus.datasource." + name.strip() + ".", settings)));
        return List.of(new PropertiesConfigSource(derived, "derived from prefstream.db", ORDINAL));
    }

    private static Optional<String> value(ConfigSourceContext context, String key) {
        return Optional.ofNullable(context.getValue(key)).map(ConfigValue::getValue);
    }

    static Map<String, String> derived(DatabaseSettings settings, DatabaseSettings direct) {
        Map<String, String> derived = pool("quarkus.datasource.", settings);
        derived.put("quarkus.flyway.jdbc-url", url(direct) + query(migration(direct)));
        derived.put("quarkus.flyway.username", direct.user());
        derived.put("quarkus.flyway.password", direct.password());
        return derived;
    }

    /** {@return the settings of a pool of JDBC connections. What a pool has under its prefix else, it says itself} */
    static Map<String, String> pool(String prefix, DatabaseSettings settings) {
        String jdbc = prefix + "jdbc.";
        String driver = jdbc + "additional-jdbc-properties.";
        Map<String, String> pool = new HashMap<>();
        pool.put(prefix + "username", settings.user());
        pool.put(prefix + "password", settings.password());
        pool.put(jdbc + "url", url(settings));
        pool.put(jdbc + "acquisition-timeout", settings.acquisitionTimeout().toString());
        pool.put(jdbc + "foreground-validation-interval", UNUSED.toString());
        pool.put(jdbc + "validation-query-timeout", VALIDATION.toString());
        driver(settings).forEach((name, value) -> pool.put(driver + name, value));
        pool.put(driver + "socketTimeout", Long.toString(settings.answerTimeout().toSeconds()));
        if (settings.pooler()) {
            pool.put(driver + "prepareThreshold", "0");
        } else {
            pool.put(driver + "options", options(settings.session()));
        }
        return pool;
    }

    private static String url(DatabaseSettings settings) {
        return "jdbc:postgresql://%s:%d/%s".formatted(settings.host(), settings.port(), settings.name());
    }

    /** {@return what every connection through JDBC has} */
    private static Map<String, String> driver(DatabaseSettings settings) {
        Map<String, String> driver = new HashMap<>(
                Map.of("sslmode", settings.sslMode().value, "tcpKeepAlive", "true", "targetServerType", "primary",
                        "connectTimeout", Long.toString(Math.max(1, settings.connectTimeout().toSeconds()))));
        if (settings.verifies()) {
            driver.put("sslrootcert", settings.rootCertificate().toString());
        }
        return driver;
    }

    /** {@return what the driver gets for migrations: they have a connection of their own, because nobody knows how long one takes} */
    private static Map<String, String> migration(DatabaseSettings settings) {
        Map<String, String> driver = driver(settings);
        if (!settings.pooler()) {
            driver.put("options", options(UNLIMITED)); // the role may have time-outs
        }
        return driver;
    }

    private static String query(Map<String, String> driver) {
        return driver.entrySet()
                .stream()
                .map(one -> one.getKey() + "=" + URLEncoder.encode(one.getValue(), StandardCharsets.UTF_8))
                .sorted()
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String options(Map<String, String> session) {
        return session.entrySet()
                .stream()
                .map(parameter -> "-c %s=%s".formatted(parameter.getKey(), parameter.getValue()))
                .collect(Collectors.joining(" "));
    }
}
