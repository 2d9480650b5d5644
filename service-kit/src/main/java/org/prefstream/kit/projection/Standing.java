package org.prefstream.kit.projection;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Positions;

import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;

/**
 * How far the copies are, and which of them are in doubt.
 *
 * @param applied the last applied offset of every partition, by the topics' names and by their keys: a target may have either
 * @param inDoubt the broker's names of topics
 */
record Standing(Positions applied, Set<String> inDoubt) {

    /** Doubts are read with the offsets, so that nobody asks twice. Another replica may have cast them. */
    static final String QUERY = """
            select topic, topic_id, partition, last_offset from applied_offset
            union all select topic, null, 0, 0 from copy_in_doubt
            """;

    /** What is missing of a target: positions, and the broker's names of topics whose copies are in doubt. */
    record Open(Positions positions, Set<String> inDoubt) {

        boolean isNone() {
            return positions.isNone() && inDoubt.isEmpty();
        }

        String words() {
            return inDoubt.isEmpty()
                    ? "not yet applied are " + positions.offsets()
                    : "the copy of %s may hold what was deleted, and was not yet compared with what its owner has"
                            .formatted(String.join(" and ", inDoubt));
        }
    }

    static Standing read(RowSet<Row> rows) {
        Reading reading = new Reading();
        rows.forEach(row -> reading.add(row.getString(0), row.getString(1), row.getInteger(2), row.getLong(3)));
        return reading.standing();
    }

    static Standing read(Connection connection) throws SQLException {
        Reading reading = new Reading();
        try (Statement select = connection.createStatement(); ResultSet row = select.executeQuery(QUERY)) {
            while (row.next()) {
                reading.add(row.getString(1), row.getString(2), row.getInt(3), row.getLong(4));
            }
        }
        return reading.standing();
    }

    /** @param needed the broker's names of the topics whose copies must not be in doubt */
    Open open(Positions target, Set<String> needed) {
        Set<String> doubted = new HashSet<>(needed);
        doubted.retainAll(inDoubt);
        return new Open(target.beyond(applied), doubted);
    }

    private static final class Reading {

        private final Positions.Gathering applied = new Positions.Gathering();
        private final Set<String> inDoubt = new HashSet<>();

        void add(String topic, @Nullable String topicId, int partition, long last) {
            if (topicId == null) {
                inDoubt.add(topic);
            } else {
                Stream.of(topic, Positions.key(topic, topicId)).forEach(key -> applied.add(key, partition, last));
            }
        }

        Standing standing() {
            return new Standing(applied.positions(), inDoubt);
        }
    }
}
