package org.prefstream.kit;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.projection.Scope;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Writes notes the way every service writes: state and outbox row in one transaction. Notes travel as tasks. */
@ApplicationScoped
public class Notes {

    /** What a reader of notes waits for. */
    public static final Scope SCOPE = Scope.of(1, Topic.TASKS);

    private final Transactions transactions;
    private final Outbox outbox;

    Notes(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    public Uni<Long> write(String words) {
        return transactions.write(() -> insert(words));
    }

    /** Writes a note of another project than the {@link #SCOPE}'s. */
    public Uni<Long> write(String words, long project) {
        return transactions.write(() -> insert(words, project));
    }

    /** The two statements of a write, as use cases have them, for tests that choose another transaction around them. */
    public Uni<Long> insert(String words) {
        return insert(words, 1);
    }

    private Uni<Long> insert(String words, long project) {
        Note note = new Note();
        note.words = words;
        note.revision = 1;
        return Panache.getSession()
                .chain(session -> session.persist(note).call(session::flush))
                .chain(() -> outbox.record(entry(note, project)))
                .map(done -> id(note));
    }

    private static OutboxEntry entry(Note note, long project) {
        TaskRecord record = record(id(note), note.words);
        return new OutboxEntry(Topic.TASKS.topicName(), record.key(), Topic.TASKS.eventType(), Json.write(record),
                Map.of(), note.revision, project);
    }

    public Uni<Void> delete(long id, long revision) {
        return transactions.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("delete from note where id = ?1")
                        .setParameter(1, id)
                        .executeUpdate())
                .chain(() -> outbox.record(OutboxEntry.delete(Topic.TASKS, Long.toString(id), revision, 1))));
    }

    public static TaskRecord record(long id, String words) {
        Instant now = Instant.parse("2026-11-23T03:00:00Z");
        return new TaskRecord(id, 1, id, Map.of("words", words), Map.of(), now, now, 1, 1, 1, "", "train", List.of());
    }

    private static long id(Note note) {
        return Objects.requireNonNull(note.id);
    }
}
