package org.prefstream.kit.database;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.quarkus.runtime.configuration.DurationConverter;
import io.vertx.pgclient.SslMode;

/**
 * Where the database is and how this service speaks to it: what {@code prefstream.db} says, for the reactive driver and for
 * JDBC. It is no mapping of the configuration, because the settings of JDBC are derived before there are any.
 *
 * @param sslMode {@code DISABLE}, {@code REQUIRE} (encrypted, to whoever answers), {@code VERIFY_CA} or {@code VERIFY_FULL}
 * @param rootCertificate the certificates, in PEM, that the last two trust
 * @param pooler whether a pooler that shares connections by transaction stands between, such as PgBouncer. Then nothing is sent
 *        that outlives a transaction: neither parameters at the start nor prepared statements
 * @param connectTimeout how long opening a connection may take
 * @param acquisitionTimeout how long work waits for a connection of a pool
 * @param lockTimeout how long a statement that somebody waits for may wait for a lock
 * @param statementTimeout how long a statement that somebody waits for may take
 * @param idleInTransactionTimeout how long a transaction may stand still before the server ends it and frees its locks
 * @param bulkTimeout how long a statement of bulk work (imports, exports, copies) may take; twice as long such a transaction may
 *        stand still, since an export waits for who reads it
 */
public record DatabaseSettings(
        String host,
        int port,
        String name,
        String user,
        String password,
        SslMode sslMode,
        Path rootCertificate,
        boolean pooler,
        Duration connectTimeout,
        Duration acquisitionTimeout,
        Duration lockTimeout,
        Duration statementTimeout,
        Duration idleInTransactionTimeout,
        Duration bulkTimeout) {

    /** The server answers that a statement took too long before the client gives the connection up. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    /**
     * Reads them.
     *
     * @param property gives the value of {@code prefstream.db.…}, or null
     */
    public static DatabaseSettings of(Function<String, @Nullable String> property) {
        Function<String, String> required = key -> {
            String value = property.apply("prefstream.db." + key);
            if (value == null) {
                throw new IllegalArgumentException("prefstream.db.%s is not set".formatted(key));
            }
            return value;
        };
        return new DatabaseSettings(required.apply("host"), Integer.parseInt(required.apply("port")),
                required.apply("name"), required.apply("user"), required.apply("password"),
                sslMode(required.apply("ssl-mode")), Path.of(required.apply("ssl-root-certificate")),
                Boolean.parseBoolean(required.apply("pooler")), time(required, "connect-timeout"),
                time(required, "acquisition-timeout"), time(required, "lock-timeout"),
                time(required, "statement-timeout"), time(required, "idle-in-transaction-timeout"),
                time(required, "bulk-timeout"));
    }

    /**
     * Reads those of connections that a service has for itself. Where a pooler stands between, they lead to the database's own
     * address, if that is known; otherwise they are the same as those of all others.
     *
     * @param property gives the value of {@code prefstream.db.…}, or null
     */
    static DatabaseSettings direct(Function<String, @Nullable String> property) {
        String host = property.apply("prefstream.db.direct-host");
        String port = property.apply("prefstream.db.direct-port");
        if (host == null || host.isBlank() || port == null || port.isBlank()) {
            return of(property);
        }
        Map<String, String> past = Map.of("prefstream.db.host", host, "prefstream.db.port", port,
                "prefstream.db.pooler", "false");
        return of(key -> past.containsKey(key) ? past.get(key) : property.apply(key));
    }

    private static SslMode sslMode(String mode) {
        return switch (mode) {
            case "disable" -> SslMode.DISABLE;
            case "require" -> SslMode.REQUIRE;
            case "verify-ca" -> SslMode.VERIFY_CA;
            case "verify-full" -> SslMode.VERIFY_FULL;
            default -> throw new IllegalArgumentException(
                    "prefstream.db.ssl-mode is disable, require, verify-ca or verify-full, not " + mode);
        };
    }

    private static Duration time(Function<String, String> property, String key) {
        return DurationConverter.parseDuration(property.apply(key));
    }

    /** {@return whether the server's certificate must be one that is trusted} */
    boolean verifies() {
        return sslMode == SslMode.VERIFY_CA || sslMode == SslMode.VERIFY_FULL;
    }

    /** {@return how long the client waits for an answer that somebody waits for, before it gives up the connection} */
    Duration answerTimeout() {
        return statementTimeout.plus(GRACE);
    }

    /** {@return the same for bulk work} */
    Duration bulkAnswerTimeout() {
        return bulkTimeout.plus(GRACE);
    }

    /** {@return the parameters of a session, for statements that somebody waits for} */
    Map<String, String> session() {
        Map<String, String> parameters = new LinkedHashMap<>(sharedSession());
        // The locks of a service that vanished must not wait for the server's system, which asks after two hours.
        parameters.put("tcp_keepalives_idle", "30");
        parameters.put("tcp_keepalives_interval", "10");
        parameters.put("tcp_keepalives_count", "3");
        return parameters;
    }

    /** {@return those of them that a session needs also where a pooler stands between; there an operator sets them} */
    Map<String, String> sharedSession() {
        Map<String, String> parameters = new LinkedHashMap<>();
        // A plan that was made while a table was empty reads the whole table after an import has filled it, and statistics come a
        // minute later. Every look-up has an index, so plans prefer indexes from the beginning and may be kept.
        parameters.put("enable_seqscan", "off");
        parameters.put("lock_timeout", millis(lockTimeout));
        parameters.put("statement_timeout", millis(statementTimeout));
        parameters.put("idle_in_transaction_session_timeout", millis(idleInTransactionTimeout));
        return parameters;
    }

    /** {@return the parameters of a transaction of bulk work. A lock is waited for as long as a statement may take} */
    Map<String, String> bulkTransaction() {
        return Map.of("lock_timeout", "0", "statement_timeout", millis(bulkTimeout),
                "idle_in_transaction_session_timeout", millis(bulkTimeout.multipliedBy(2)));
    }

    /** {@return a time as the server reads it} */
    static String millis(Duration time) {
        return Long.toString(time.toMillis());
    }
}
