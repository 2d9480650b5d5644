package org.prefstream.kit.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.logging.Logger;

import io.quarkus.runtime.StartupEvent;

/**
 * Looks at the start whether the sessions that a pooler shares have the parameters that a service gives its own ones. A service
 * cannot set them there. Without them whoever waits for a lock waits for ever, so an operator must know.
 */
@ApplicationScoped
class PooledSessions {

    private static final Logger LOG = Logger.getLogger(PooledSessions.class);
    private static final String PRESENT = "select name, setting from pg_settings where name = any(?)";

    private final DataSource dataSource;
    private final DatabaseSettings settings;

    PooledSessions(DataSource dataSource, Connections connections) {
        this.dataSource = dataSource;
        this.settings = connections.settings();
    }

    void check(@Observes StartupEvent event) {
        if (settings.pooler()) {
            try {
                Map<String, String> missing = missing();
                if (!missing.isEmpty()) {
                    LOG.warnf(
                            "the pooler's sessions need other parameters; set them by its connect_query (docs/running.md): %s",
                            commands(missing));
                }
            } catch (SQLException e) {
                LOG.debug("the parameters of the pooler's sessions are not known", e);
            }
        }
    }

    /** {@return the parameters that a session of the pooler has not, with the values that it should have} */
    Map<String, String> missing() throws SQLException {
        Map<String, String> missing = new TreeMap<>(settings.sharedSession());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(PRESENT)) {
            select.setArray(1, connection.createArrayOf("text", missing.keySet().toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    missing.remove(row.getString(1), row.getString(2));
                }
            }
        }
        return missing;
    }

    private static String commands(Map<String, String> parameters) {
        return parameters.entrySet()
                .stream()
                .map(one -> "set %s = %s".formatted(one.getKey(), one.getValue()))
                .collect(Collectors.joining("; "));
    }
}
