package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.labelstudio.json.Json;

/** The outbox as the relay sees it. It uses JDBC, because the relay's thread may block. */
@ApplicationScoped
class OutboxTable {

    /**
     * Lengths come from the TOAST headers, so rows beyond the byte limit are never read. An import that has not committed leaves many
     * rows that nobody sees yet. They are walked over only if one waits that can be seen, and then a closing one does, of which an import
     * has few.
     */
    static final String OLDEST = """
            select id, nonce, aggregatetype, aggregateid, type, payload, headers, revision, recorded_at
            from (select *, sum(coalesce(octet_length(payload), 0)) over (order by id rows unbounded preceding) as bytes,
                         row_number() over (order by id) as place
                  from (select * from outbox where id > ?
                            and (select true from outbox where closes order by project_id, aggregatetype, id limit 1)
                        order by id limit ?) head) sized
            where bytes <= ? or place = 1
            order by id
            """;
    /**
     * Rows by their names. {@code offset 0} makes the database look into the index for each name: a join would be planned by
     * statistics, which are wrong for a table that is empty now and full a second later.
     */
    static final String NAMED = """
            from outbox where ctid = any (array(
                select row.place from unnest(cast(? as bigint[]), cast(? as bigint[])) as named (id, nonce),
                    lateral (select ctid as place from outbox where id = named.id and nonce = named.nonce offset 0) row))
            """;
    private static final String RAISE_POSITION = """
            insert into relay_position (topic, topic_id, partition, last_offset) values (?, ?, ?, ?)
            on conflict (topic, partition) do update
            set topic_id = excluded.topic_id, last_offset = case relay_position.topic_id
                when excluded.topic_id then greatest(relay_position.last_offset, excluded.last_offset)
                else excluded.last_offset end
            """;
    private static final String ACCEPTED = "select topic, topic_id from republication where reached is null";
    private static final String BEING_FILLED = "select topic, topic_id from republication where reached is not null and ended_at is null";
    /** Together, or a reader between them would believe that nothing had ever been published. */
    private static final String FILL = """
            with projects as (delete from project_position where topic = ? and (topic_id <> ? or cast(? as boolean))),
            topics as (delete from relay_position where topic = ? and (topic_id <> ? or cast(? as boolean)))
            update republication set reached = 0, begun_at = clock_timestamp() where topic = ?
            """;
    private final DataSource dataSource;
    private final SettledSignal settled;

    OutboxTable(DataSource dataSource, SettledSignal settled) {
        this.dataSource = dataSource;
        this.settled = settled;
    }

    /**
     * {@return the oldest rows with ids above the floor, within the limits of rows and of payload bytes; a first row that is larger
     * comes alone}
     */
    List<OutboxRow> oldest(long floor, int rows, long bytes) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OLDEST)) {
            select.setLong(1, floor);
            select.setInt(2, rows);
            select.setLong(3, bytes);
            List<OutboxRow> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row(row));
                }
            }
            return found;
        }
    }

    /** {@return rows of which the projects took turns, without those that are under way; see {@link OutboxTurns#read}} */
    OutboxHead inTurns(long floor, RowNames underWay, int rows, long bytes) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return OutboxTurns.read(connection, floor, underWay, rows, bytes);
        }
    }

    static OutboxRow row(ResultSet row) throws SQLException {
        String headers = row.getString("headers");
        return new OutboxRow(row.getLong("id"), row.getLong("nonce"), row.getString("aggregatetype"),
                row.getString("aggregateid"), row.getString("type"), row.getString("payload"),
                headers.equals("{}") ? Map.of() : strings(Json.readObject(headers)), row.getLong("revision"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant());
    }

    private static Map<String, String> strings(Map<String, Object> headers) {
        return headers.entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> String.valueOf(header.getValue())));
    }

    /** {@return when the row with the lowest id was recorded; empty if none waits} */
    Optional<Instant> oldestRecordedAt() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select recorded_at from outbox order by id limit 1");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(row.getObject(1, OffsetDateTime.class).toInstant())
                    : Optional.<Instant>empty();
        }
    }

    /** Rows that are still in the outbox, and the topics, without prefix, that they go to. */
    record Waiting(RowNames rows, Set<String> topics) {
    }

    /** {@return those of the rows that are still in the outbox} */
    Waiting waiting(RowNames names) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select id, nonce, aggregatetype " + NAMED)) {
            name(select, names);
            List<Long> ids = new ArrayList<>();
            List<Long> nonces = new ArrayList<>();
            Set<String> topics = new HashSet<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getLong(1));
                    nonces.add(row.getLong(2));
                    topics.add(row.getString(3));
                }
            }
            return new Waiting(new RowNames(ids, nonces), topics);
        }
    }

    static void name(PreparedStatement statement, RowNames names) throws SQLException {
        Connection connection = statement.getConnection();
        statement.setArray(1, connection.createArrayOf("bigint", names.ids().toArray()));
        statement.setArray(2, connection.createArrayOf("bigint", names.nonces().toArray()));
    }

    /** Forgets the rows of a committed Kafka transaction and raises the positions, together. Doing it again changes nothing. */
    void settle(RowNames rows, Positions positions) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement raise = connection.prepareStatement(RAISE_POSITION)) {
                ProjectPositions.forget(connection, rows, positions);
                for (var topic : positions.offsets().entrySet()) {
                    for (var partition : topic.getValue().entrySet()) {
                        raise.setString(1, Positions.name(topic.getKey()));
                        raise.setString(2, Positions.topicId(topic.getKey()));
                        raise.setInt(3, partition.getKey());
                        raise.setLong(4, partition.getValue());
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
        settled.signal().raise();
    }

    /** {@return how far each topic is, as {@link #settle} has stored it} */
    Positions positions() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select
                        .executeQuery("select topic, topic_id, partition, last_offset from relay_position")) {
            Positions.Gathering published = new Positions.Gathering();
            while (row.next()) {
                published.add(Positions.key(row.getString(1), row.getString(2)), row.getInt(3), row.getLong(4));
            }
            return published.positions();
        }
    }

    /** Says that what is stored of a topic belongs to the one with this id. */
    void adopt(String topic, String topicId) throws SQLException {
        execute("update relay_position set topic_id = ? where topic = ?", topicId, topic);
        execute("update project_position set topic_id = ? where topic = ?", topicId, topic);
    }

    /** Forgets how far a topic was. */
    void forget(String topic) throws SQLException {
        execute("delete from relay_position where topic = ?", topic);
        execute("delete from project_position where topic = ?", topic);
    }

    /** {@return the ids of the topics that somebody has accepted as they are, by their names, and that are not filled again yet} */
    Map<String, String> accepted() throws SQLException {
        return topicIds(ACCEPTED);
    }

    /** {@return the ids of the topics that are being filled again, by their names} */
    Map<String, String> beingFilled() throws SQLException {
        return topicIds(BEING_FILLED);
    }

    private Map<String, String> topicIds(String sql) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(sql)) {
            Map<String, String> ids = new HashMap<>();
            while (row.next()) {
                ids.put(row.getString(1), row.getString(2));
            }
            return ids;
        }
    }

    /**
     * Begins to fill an accepted topic again. From now on who reads it waits for that. How far other topics of that name were is
     * forgotten.
     *
     * @param lost whether it is forgotten of the topic with this id as well
     */
    void fill(String topic, String topicId, boolean lost) throws SQLException {
        String anyId = Boolean.toString(lost);
        execute(FILL, topic, topicId, anyId, topic, topicId, anyId, topic);
    }

    private void execute(String sql, String... parameters) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setString(i + 1, parameters[i]);
            }
            statement.executeUpdate();
        }
    }
}
