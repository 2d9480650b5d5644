package org.prefstream.kit;

import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.Change;
import org.prefstream.kit.projection.Projection;
import org.prefstream.kit.projection.Projector;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** A copy of notes, as another service would keep it. */
@ApplicationScoped
public class NoteProjection implements Projection<TaskRecord> {

    private static final String UPSERT = """
            insert into note_copy (id, revision, deleted, words)
            select * from unnest(cast(?1 as bigint[]), cast(?2 as bigint[]), cast(?3 as boolean[]), cast(?4 as text[]))
            on conflict (id) do update set revision = excluded.revision, deleted = excluded.deleted, words = excluded.words
            where excluded.revision > note_copy.revision
            """;

    private final Projector projector;

    NoteProjection(Projector projector) {
        this.projector = projector;
    }

    @Incoming("tasks")
    Uni<Void> on(ConsumerRecords<String, byte[]> records) {
        return projector.apply(this, records);
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public Uni<Void> apply(List<Change<TaskRecord>> changes) {
        return Panache.getSession().chain(session -> session.createNativeQuery(UPSERT)
                .setParameter(1, changes.stream().map(change -> Long.valueOf(change.key())).toArray(Long[]::new))
                .setParameter(2, changes.stream().map(Change::revision).toArray(Long[]::new))
                .setParameter(3, changes.stream().map(change -> change.state() == null).toArray(Boolean[]::new))
                .setParameter(4, changes.stream().map(NoteProjection::words).toArray(String[]::new))
                .executeUpdate()).replaceWithVoid();
    }

    private static String words(Change<TaskRecord> change) {
        TaskRecord state = change.state();
        return state == null ? "" : String.valueOf(Objects.requireNonNull(state.data()).get("words"));
    }
}
