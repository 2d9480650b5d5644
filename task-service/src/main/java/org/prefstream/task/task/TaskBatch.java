package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.prefstream.contract.Times;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.task.task.NewTask.NewPrediction;
import org.prefstream.task.task.Task.FormerData;

import io.smallrye.mutiny.Uni;

/**
 * The one way to write tasks: any number of them, new or changed, with their predictions and with what is published of them.
 * One statement for each table, in the caller's transaction, which may be reactive or JDBC.
 */
public final class TaskBatch {

    private static final String INSERT_TASKS = """
            insert into task (id, project_id, inner_id, revision, data, meta, content_sha256, overlap, imported_annotations,
                total_predictions, created_by, created_at, updated_at)
            select t.*, cast(cast(? as text) as timestamptz), cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as int[]), cast(? as int[]), cast(? as int[]),
                cast(? as bigint[])) t
            """;
    private static final String INSERT_PREDICTIONS = """
            insert into prediction (created_at, id, task_id, result, score, model_version)
            select cast(cast(? as text) as timestamptz), p.id, p.task_id, p.result, cast(p.score as numeric), p.model_version
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as p(id, task_id, result, score, model_version)
            """;
    private static final String REWRITE_TASKS = """
            update task set revision = t.revision, data = t.data, meta = t.meta, content_sha256 = t.content_sha256,
                updated_by = t.updated_by, updated_at = cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as bigint[])) as t(id, revision, data, meta, content_sha256, updated_by)
            where task.id = t.id
            """;
    private static final String KEEP_FORMER_DATA = """
            insert into former_task_data (task_id, content_sha256, data)
            select * from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[])) on conflict do nothing
            """;

    private final long by;
    private final Instant now;
    private final List<Task> added = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Task> rewritten = new ArrayList<>();
    private final List<FormerData> formerData = new ArrayList<>();
    private final List<OutboxEntry> entries = new ArrayList<>();

    /**
     * Begins a batch.
     *
     * @param by the account that writes these tasks
     * @param now the time of all of them
     */
    public TaskBatch(long by, Instant now) {
        this.by = by;
        this.now = now;
    }

    /** Takes a new task. */
    public void add(NewTask task) {
        added(task);
    }

    /** {@return the new task as it will be read} */
    Task added(NewTask sent) {
        Task task = new Task(sent, by, now);
        List<Prediction> coming = new ArrayList<>();
        for (NewPrediction prediction : sent.predictions()) {
            coming.add(new Prediction(prediction, sent.id(), now));
        }
        added.add(task);
        predictions.addAll(coming);
        publish(task, sent.content(), coming);
        return task;
    }

    /**
     * Gives a task, whose row is locked, other content.
     *
     * @param revision the one that follows on the task's
     * @param unchanged the task's predictions, which are published with it
     */
    void rewrite(Task task, TaskContent content, long revision, List<Prediction> unchanged) {
        Optional<FormerData> former = task.rewrite(content, revision, by, now);
        former.ifPresent(formerData::add);
        rewritten.add(task);
        publish(task, content, unchanged);
    }

    /** Takes what else is published with these tasks, in order. */
    public void publish(OutboxEntry entry) {
        entries.add(entry);
    }

    /** Writes the batch in the Panache transaction of the caller. */
    Uni<Void> write(Outbox outbox) {
        Uni<Void> written = Uni.createFrom().voidItem();
        for (SetStatement<?> statement : statements()) {
            written = written.chain(() -> statement.execute()).replaceWithVoid();
        }
        return written.chain(() -> outbox.record(entries));
    }

    /** Writes the batch in the JDBC transaction of the caller; blocks. */
    public void write(Connection connection, Outbox outbox) throws SQLException {
        for (SetStatement<?> statement : statements()) {
            statement.execute(connection);
        }
        outbox.record(connection, entries);
    }

    private void publish(Task task, TaskContent content, List<Prediction> all) {
        entries.add(
                OutboxEntry.put(task.record(content, all.stream().map(Prediction::summary).toList()), task.revision()));
    }

    private List<SetStatement<?>> statements() {
        String at = Times.format(now);
        return List.of(insertTasks(at), insertPredictions(at), keepFormerData(), rewriteTasks(at));
    }

    private SetStatement<Task> insertTasks(String at) {
        return new SetStatement<>(INSERT_TASKS, added).value(at)
                .value(at)
                .longs(Task::id)
                .longs(Task::projectId)
                .longs(Task::innerId)
                .longs(Task::revision)
                .texts(Task::dataJson)
                .texts(Task::metaJson)
                .texts(Task::contentSha256)
                .ints(Task::overlap)
                .ints(Task::importedAnnotations)
                .ints(Task::totalPredictions)
                .longs(task -> by);
    }

    private SetStatement<Prediction> insertPredictions(String at) {
        return new SetStatement<>(INSERT_PREDICTIONS, predictions).value(at)
                .longs(Prediction::id)
                .longs(Prediction::taskId)
                .texts(Prediction::result)
                .texts(Prediction::scoreText)
                .texts(Prediction::modelVersion);
    }

    private SetStatement<FormerData> keepFormerData() {
        return new SetStatement<>(KEEP_FORMER_DATA, formerData).longs(FormerData::taskId)
                .texts(FormerData::contentSha256)
                .texts(FormerData::json);
    }

    private SetStatement<Task> rewriteTasks(String at) {
        return new SetStatement<>(REWRITE_TASKS, rewritten).value(at)
                .longs(Task::id)
                .longs(Task::revision)
                .texts(Task::dataJson)
                .texts(Task::metaJson)
                .texts(Task::contentSha256)
                .longs(task -> by);
    }
}
