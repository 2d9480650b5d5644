package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.json.Json;

/** The outbox as the relay sees it. It uses JDBC, because the relay's thread may block. */
@ApplicationScoped
class OutboxTable {

    /**
     * Lengths come from the TOAST headers, so rows beyond the byte limit are never read. The last id is found first, and the
     * rows are one range of the index: a join would be planned by statistics, which are wrong for a table that is empty now and
     * full a second later.
     */
    private static final String OLDEST = """
            select id, aggregatetype, aggregateid, type, payload, headers, revision, recorded_at
            from outbox
            where id <= (
                select max(id)
                from (select id, sum(coalesce(octet_length(payload), 0)) over (order by id) as bytes,
                             row_number() over (order by id) as place
                      from (select id, payload from outbox order by id limit ?) head) sized
                where bytes <= ? or place = 1)
            order by id
            """;
    private static final String RAISE_POSITION = """
            insert into relay_position (topic, partition, last_offset) values (?, ?, ?)
            on conflict (topic, partition) do update
            set last_offset = greatest(relay_position.last_offset, excluded.last_offset)
            """;
    private static final String TAKE_LEASE = """
            update relay_lease set owner = ?, expires_at = clock_timestamp() + ? * interval '1 millisecond'
            where owner = ? or owner is null or expires_at < clock_timestamp()
            """;

    private final DataSource dataSource;

    OutboxTable(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** {@return the identity of this database's outbox} */
    UUID identity() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id from outbox_identity")) {
            row.next();
            return row.getObject(1, UUID.class);
        }
    }

    /** {@return the oldest rows, within the limits of rows and of payload bytes; a first row that is larger comes alone} */
    List<OutboxRow> oldest(int rows, long bytes) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setInt(1, rows);
            select.setLong(2, bytes);
            List<OutboxRow> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
            return found;
        }
    }

    private static OutboxRow row(ResultSet row) throws SQLException {
        String headers = row.getString("headers");
        return new OutboxRow(row.getLong("id"), row.getString("aggregatetype"), row.getString("aggregateid"),
                row.getString("type"), row.getString("payload"),
                headers.equals("{}") ? Map.of() : strings(Json.readObject(headers)), row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> strings(Map<String, Object> headers) {
        return headers.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }

    /** {@return the topics, without prefix, of those rows that are still in the outbox} */
    Set<String> topicsOf(List<Long> ids) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select distinct aggregatetype from outbox where id = any (?)")) {
            select.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
            Set<String> topics = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    topics.add(row.getString(1));
                }
            }
            return topics;
        }
    }

    /** Forgets the rows of a committed Kafka transaction and raises the positions, together. Doing it again changes nothing. */
    void settle(List<Long> ids, Positions positions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement delete = connection.prepareStatement("delete from outbox where id = any (?)");
                    PreparedStatement raise = connection.prepareStatement(RAISE_POSITION)) {
                ProjectPositions.raise(connection, ids, positions);
                delete.setArray(1, connection.createArrayOf("bigint", ids.toArray()));
                delete.executeUpdate();
                for (var topic : positions.offsets().entrySet()) {
                    for (var partition : topic.getValue().entrySet()) {
                        raise.setString(1, topic.getKey());
                        raise.setInt(2, partition.getKey());
                        raise.setLong(3, partition.getValue());
                        raise.addBatch();
                    }
                }
                raise.executeBatch();
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** {@return whether owner now holds the lease, taken or renewed by the database's clock} */
    boolean lease(UUID owner, Duration length) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(TAKE_LEASE)) {
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
