package org.prefstream.kit;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.HeldKeys;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.smallrye.mutiny.Uni;

/** A copy of notes, as another service would keep it. */
@ApplicationScoped
public class NoteProjection implements Projection<TaskRecord> {

    private static final String UPSERT = """
            insert into note_copy (id, revision, deleted, words)
            select * from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as boolean[]), cast(? as text[]))
            on conflict (id) do update set revision = excluded.revision, deleted = excluded.deleted, words = excluded.words
            where excluded.revision > note_copy.revision
            """;

    private final Projector projector;
    private volatile ConsumerRecords<String, byte[]> latest = ConsumerRecords.empty();

    NoteProjection(Projector projector) {
        this.projector = projector;
    }

    @Incoming("tasks")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        latest = records;
        return projector.apply(this, records);
    }

    /** {@return what was polled last} */
    public ConsumerRecords<String, byte[]> latest() {
        return latest;
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public HeldKeys held() {
        return HeldKeys.ofNumbers("note_copy", "id");
    }

    @Override
    public Uni<Void> apply(List<Change<TaskRecord>> changes) {
        return new SetStatement<>(UPSERT, changes).longs(Change::id)
                .longs(Change::revision)
                .flags(Change::isDeleted)
                .texts(Change.field(NoteProjection::words))
                .execute()
                .replaceWithVoid();
    }

    private static String words(TaskRecord state) {
        return String.valueOf(Objects.requireNonNull(state.data()).get("words"));
    }
}
