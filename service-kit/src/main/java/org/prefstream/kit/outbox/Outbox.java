package org.prefstream.kit.outbox;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Records, in the caller's transaction, what is to be published: it is published exactly if that transaction commits.
 * Nothing here talks to Kafka.
 */
@ApplicationScoped
public class Outbox {

    private static final String COLUMNS = "aggregatetype, aggregateid, type, payload, headers, revision, lane, op";
    private static final String REACTIVE_INSERT = """
            insert into outbox (%s)
            select * from unnest(cast(?1 as text[]), cast(?2 as text[]), cast(?3 as text[]), cast(?4 as text[]),
                                 cast(?5 as text[]), cast(?6 as bigint[]), cast(?7 as smallint[]), cast(?8 as text[]))
            """.formatted(COLUMNS);
    private static final String JDBC_INSERT = """
            insert into outbox (%s)
            select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::smallint[], ?::text[])
            """
            .formatted(COLUMNS);

    /** Records entries in the order given, in the Panache transaction of the caller. */
    public Uni<Void> record(List<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Columns columns = new Columns(entries);
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(REACTIVE_INSERT)
                        .setParameter(1, columns.topics)
                        .setParameter(2, columns.keys)
                        .setParameter(3, columns.types)
                        .setParameter(4, columns.payloads)
                        .setParameter(5, columns.headers)
                        .setParameter(6, columns.revisions)
                        .setParameter(7, columns.lanes)
                        .setParameter(8, columns.ops)
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** Records one entry, in the Panache transaction of the caller. */
    public Uni<Void> record(OutboxEntry entry) {
        return record(List.of(entry));
    }

    /** Records entries in the order given, in the JDBC transaction of the caller. */
    public void record(Connection connection, List<OutboxEntry> entries) throws SQLException {
        if (entries.isEmpty()) {
            return;
        }
        Columns columns = new Columns(entries);
        try (PreparedStatement insert = connection.prepareStatement(JDBC_INSERT)) {
            insert.setArray(1, text(connection, columns.topics));
            insert.setArray(2, text(connection, columns.keys));
            insert.setArray(3, text(connection, columns.types));
            insert.setArray(4, text(connection, columns.payloads));
            insert.setArray(5, text(connection, columns.headers));
            insert.setArray(6, connection.createArrayOf("bigint", columns.revisions));
            insert.setArray(7, connection.createArrayOf("smallint", columns.lanes));
            insert.setArray(8, text(connection, columns.ops));
            insert.executeUpdate();
        }
    }

    private static Array text(Connection connection, String[] values) throws SQLException {
        return connection.createArrayOf("text", values);
    }

    /** The entries as columns: one statement inserts any number of rows. */
    private static final class Columns {

        final String[] topics;
        final String[] keys;
        final String[] types;
        final String[] payloads;
        final String[] headers;
        final Long[] revisions;
        final Short[] lanes;
        final String[] ops;

        Columns(List<OutboxEntry> entries) {
            topics = text(entries, OutboxEntry::topicName);
            keys = text(entries, OutboxEntry::key);
            types = text(entries, OutboxEntry::type);
            payloads = entries.stream().map(OutboxEntry::payload).toArray(String[]::new);
            headers = text(entries, entry -> Json.write(entry.headers()));
            revisions = entries.stream().map(OutboxEntry::revision).toArray(Long[]::new);
            lanes = entries.stream().map(entry -> entry.lane().number()).toArray(Short[]::new);
            ops = text(entries, OutboxEntry::op);
        }

        private static String[] text(List<OutboxEntry> entries, Function<OutboxEntry, String> column) {
            return entries.stream().map(column).toArray(String[]::new);
        }
    }
}
