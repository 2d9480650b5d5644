package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.BinaryCopy;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Records, in the caller's transaction, what is to be published. It is published if, and only if, that transaction commits.
 * Nothing here talks to Kafka.
 */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (aggregatetype, aggregateid, type, payload, headers, revision)
            select * from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                                 cast(? as text[]), cast(? as bigint[]))
            """;

    private static final String COPY = """
            copy outbox (aggregatetype, aggregateid, type, payload, headers, revision) from stdin (format binary)
            """;
    private static final int COLUMNS = 6;

    private final CommitSignal signal;

    public Outbox(CommitSignal signal) {
        this.signal = signal;
    }

    /** Records entries in the order given, in the Panache transaction of the caller. */
    public Uni<Void> record(List<OutboxEntry> entries) {
        return insert(entries).execute().invoke(rows -> {
            if (rows > 0) {
                signal.recorded();
            }
        }).replaceWithVoid();
    }

    /** Records one entry, in the Panache transaction of the caller. */
    public Uni<Void> record(OutboxEntry entry) {
        return record(List.of(entry));
    }

    /** Records entries in the order given, in the JDBC transaction of the caller. */
    public void record(Connection connection, List<OutboxEntry> entries) throws SQLException {
        try (BinaryCopy rows = new BinaryCopy(connection, COPY)) {
            for (OutboxEntry entry : entries) {
                rows.row(COLUMNS)
                        .text(entry.topicName())
                        .text(entry.key())
                        .text(entry.type())
                        .text(entry.payload())
                        .text(headers(entry))
                        .whole(entry.revision());
            }
            rows.end();
        }
    }

    /** Sends entries in the order given, in the transaction of the flight. Who commits it must wake the relay. */
    public void record(Flight flight, List<OutboxEntry> entries) {
        flight.send(insert(entries));
    }

    private static SetStatement<OutboxEntry> insert(List<OutboxEntry> entries) {
        return new SetStatement<>(INSERT, entries).texts(OutboxEntry::topicName)
                .texts(OutboxEntry::key)
                .texts(OutboxEntry::type)
                .texts(OutboxEntry::payload)
                .texts(Outbox::headers)
                .longs(OutboxEntry::revision);
    }

    private static String headers(OutboxEntry entry) {
        return entry.headers().isEmpty() ? "{}" : Json.write(entry.headers());
    }
}
