package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.BinaryCopy;
import org.prefstream.kit.database.CommitSignal;
import org.prefstream.kit.database.Durability;
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
            insert into outbox (aggregatetype, aggregateid, type, payload, headers, revision, project_id, closes)
            select aggregatetype, aggregateid, type, %s, headers, revision, project_id, closes
            from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]), cast(? as %s[]), cast(? as text[]),
                    cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]))
                as entry (aggregatetype, aggregateid, type, payload, headers, revision, project_id, closes)
            """;
    private static final String INSERT_TEXTS = INSERT.formatted("payload", "text");
    private static final String INSERT_BYTES = INSERT.formatted("convert_from(payload, 'UTF8')", "bytea");

    private static final String COPY = """
            copy outbox (aggregatetype, aggregateid, type, payload, headers, revision, project_id, closes)
            from stdin (format binary)
            """;
    private static final int COLUMNS = 8;

    private final CommitSignal signal;

    public Outbox(CommitSignal signal) {
        this.signal = signal;
    }

    /**
     * Records entries in the order given, in the Panache transaction of the caller. Its commit waits for the disk, because
     * nobody could record them again.
     */
    public Uni<Void> record(List<OutboxEntry> entries) {
        if (entries.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return Durability.required()
                .chain(() -> insert(INSERT_TEXTS, entries, SetStatement::texts).execute())
                .invoke(signal::recorded)
                .replaceWithVoid();
    }

    /** Records one entry, in the Panache transaction of the caller. */
    public Uni<Void> record(OutboxEntry entry) {
        return record(List.of(entry));
    }

    /** Records entries in the order given, in the JDBC transaction of the caller. */
    public void record(Connection connection, List<OutboxEntry> entries) throws SQLException {
        Set<OutboxEntry> closing = closing(entries);
        try (BinaryCopy rows = new BinaryCopy(connection, COPY)) {
            for (OutboxEntry entry : entries) {
                rows.row(COLUMNS)
                        .text(entry.topicName())
                        .text(entry.key())
                        .text(entry.type())
                        .text(entry.payload())
                        .text(headers(entry))
                        .whole(entry.revision())
                        .whole(entry.projectId())
                        .flag(closing.contains(entry));
            }
            rows.end();
        }
    }

    /** Sends entries in the order given, in the transaction of the flight. Who commits it must wake the relay. */
    public void record(Flight flight, List<OutboxEntry> entries) {
        flight.send(insert(INSERT_BYTES, entries, SetStatement::utf8));
    }

    /** The last entry of each project and topic closes the others: who waits for these looks for that one alone. */
    private static SetStatement<OutboxEntry> insert(String sql, List<OutboxEntry> entries, Payloads payloads) {
        Set<OutboxEntry> closing = closing(entries);
        SetStatement<OutboxEntry> columns = new SetStatement<>(sql, entries).texts(OutboxEntry::topicName)
                .texts(OutboxEntry::key)
                .texts(OutboxEntry::type);
        return payloads.add(columns, OutboxEntry::payload)
                .texts(Outbox::headers)
                .longs(OutboxEntry::revision)
                .longs(OutboxEntry::projectId)
                .flags(closing::contains);
    }

    /** {@return the last entry of each project and topic, by identity} */
    private static Set<OutboxEntry> closing(List<OutboxEntry> entries) {
        Map<ProjectOnTopic, OutboxEntry> last = new HashMap<>();
        entries.forEach(entry -> last.put(ProjectOnTopic.of(entry), entry));
        Set<OutboxEntry> closing = Collections.newSetFromMap(new IdentityHashMap<>());
        closing.addAll(last.values());
        return closing;
    }

    /** Adds the column of payloads in the form that the SQL has. */
    private interface Payloads {

        SetStatement<OutboxEntry> add(SetStatement<OutboxEntry> columns,
                Function<OutboxEntry, @Nullable String> payload);
    }

    private record ProjectOnTopic(long projectId, String topicName) {

        static ProjectOnTopic of(OutboxEntry entry) {
            return new ProjectOnTopic(entry.projectId(), entry.topicName());
        }
    }

    private static String headers(OutboxEntry entry) {
        return entry.headers().isEmpty() ? "{}" : Json.write(entry.headers());
    }
}
