package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** Says which replica relays, so that the others need not try. Correctness rests on fencing and the manifest, never on this. */
@ApplicationScoped
class RelayLease {

    private static final String TAKE = """
            update relay_lease set owner = ?, expires_at = clock_timestamp() + ? * interval '1 millisecond'
            where owner = ? or owner is null or expires_at < clock_timestamp()
            """;

    private final DataSource dataSource;

    RelayLease(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** {@return whether owner now holds the lease, taken or renewed by the database's clock} */
    boolean take(UUID owner, Duration length) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE)) {
            update.setObject(1, owner);
            update.setLong(2, length.toMillis());
            update.setObject(3, owner);
            return update.executeUpdate() == 1;
        }
    }

    /** Gives the lease back, so that another replica need not wait for its end. */
    void release(UUID owner) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection
                        .prepareStatement("update relay_lease set owner = null where owner = ?")) {
            update.setObject(1, owner);
            update.executeUpdate();
        }
    }
}
