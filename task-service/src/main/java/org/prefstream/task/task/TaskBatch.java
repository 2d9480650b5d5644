package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.prefstream.contract.Times;
import org.prefstream.kit.database.BinaryCopy;
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
                total_predictions, created_by, awaits_answers, created_at, updated_at)
            select t.*, cast(cast(? as text) as timestamptz), cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]),
                cast(? as text[]), cast(? as text[]), cast(? as int[]), cast(? as int[]), cast(? as int[]),
                cast(? as bigint[]), cast(? as boolean[])) t
            """;
    /** What {@link #INSERT_TASKS} does, with less work; only JDBC has it. */
    private static final String COPY_TASKS = """
            copy task (id, project_id, inner_id, revision, data, meta, content_sha256, overlap, imported_annotations,
                total_predictions, created_by, awaits_answers, created_at, updated_at) from stdin (format binary)
            """;
    private static final int COPIED_COLUMNS = 14;
    private static final String INSERT_PREDICTIONS = """
            insert into prediction (created_at, id, task_id, result, score, model_version)
            select cast(cast(? as text) as timestamptz), p.id, p.task_id, p.result, cast(p.score as numeric), p.model_version
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as p(id, task_id, result, score, model_version)
            """;
    private static final String REWRITE_TASKS = """
            update task set revision = t.revision, data = t.data, meta = t.meta, content_sha256 = t.content_sha256,
                updated_by = t.updated_by, awaits_answers = t.awaits_answers,
                updated_at = cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]),
                cast(? as bigint[]), cast(? as boolean[]))
                as t(id, revision, data, meta, content_sha256, updated_by, awaits_answers)
            where task.id = t.id
            """;
    /** The content stays, and is not written again. */
    private static final String RESHAPE_TASKS = """
            update task set revision = t.revision, overlap = t.overlap, total_predictions = t.total_predictions,
                imported_annotations = t.imported_annotations, updated_by = t.updated_by,
                updated_at = cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as bigint[]), cast(? as int[]), cast(? as int[]), cast(? as int[]),
                cast(? as bigint[])) as t(id, revision, overlap, total_predictions, imported_annotations, updated_by)
            where task.id = t.id
            """;
    private static final String KEEP_FORMER_DATA = """
            insert into former_task_data (task_id, content_sha256, data)
            select * from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[])) on conflict do nothing
            """;

    private final long by;
    private final Instant now;
    private final List<NewTask> added = new ArrayList<>();
    private final List<Prediction> predictions = new ArrayList<>();
    private final List<Task> rewritten = new ArrayList<>();
    private final List<Task> reshaped = new ArrayList<>();
    private final List<FormerData> formerData = new ArrayList<>();
    private final List<OutboxEntry> entries = new ArrayList<>();
    private final TaskRecordJson records;

    /**
     * Begins a batch.
     *
     * @param by the account that writes these tasks
     * @param now the time of all of them
     */
    public TaskBatch(long by, Instant now) {
        this.by = by;
        this.now = now;
        this.records = new TaskRecordJson(by, now);
    }

    /** Takes a new task. */
    public void add(NewTask task) {
        for (NewPrediction prediction : task.predictions()) {
            predictions.add(new Prediction(prediction, task.id(), now));
        }
        added.add(task);
        if (!task.awaitsAnswers()) {
            entries.add(records.entry(task));
        }
    }

    /** {@return the new task as it will be read} */
    Task added(NewTask sent) {
        add(sent);
        return new Task(sent, by, now);
    }

    /**
     * Gives a task, whose row is locked, other content.
     *
     * @param stillAwaits whether it misses answers then
     * @param revision the one that follows on the task's
     * @param unchanged the task's predictions, which are published with it
     */
    void rewrite(Task task, TaskContent content, boolean stillAwaits, long revision, List<Prediction> unchanged) {
        Optional<FormerData> former = task.rewrite(content, stillAwaits, revision, by, now);
        former.ifPresent(formerData::add);
        rewritten.add(task);
        publish(task, content, unchanged);
    }

    private void publish(Task task, TaskContent content, List<Prediction> predictionsOfTask) {
        if (!task.awaitsAnswers()) {
            entries.add(task.entry(content, predictionsOfTask));
        }
    }

    /**
     * Gives a task, whose row is locked, another overlap or other predictions.
     *
     * @param revision the one that follows on the task's
     * @param predictionsOfTask those that it has from now on, which are published with it
     */
    void reshape(Task task, Task.Shape shape, long revision, List<Prediction> predictionsOfTask) {
        task.reshape(shape, revision, by, now);
        reshaped.add(task);
        publish(task, task.content(), predictionsOfTask);
    }

    /** Takes a prediction that is new to a task, which is reshaped besides. */
    void add(Prediction prediction) {
        predictions.add(prediction);
    }

    /** Takes what else is published with these tasks, in order. */
    public void publish(OutboxEntry entry) {
        entries.add(entry);
    }

    /** Writes the batch in the Panache transaction of the caller. */
    Uni<Void> write(Outbox outbox) {
        Uni<Void> written = insertTasks().execute().replaceWithVoid();
        for (SetStatement<?> statement : others()) {
            written = written.chain(() -> statement.execute()).replaceWithVoid();
        }
        return written.chain(() -> outbox.record(entries));
    }

    /** Writes the batch in the JDBC transaction of the caller; blocks. */
    public void write(Connection connection, Outbox outbox) throws SQLException {
        copyTasks(connection);
        for (SetStatement<?> statement : others()) {
            statement.execute(connection);
        }
        outbox.record(connection, entries);
    }

    /** What is written after the new tasks. */
    private List<SetStatement<?>> others() {
        String at = Times.format(now);
        return List.of(insertPredictions(at), keepFormerData(), rewriteTasks(at), reshapeTasks(at));
    }

    private SetStatement<NewTask> insertTasks() {
        String at = Times.format(now);
        return new SetStatement<>(INSERT_TASKS, added).value(at)
                .value(at)
                .longs(NewTask::id)
                .longs(NewTask::projectId)
                .longs(NewTask::innerId)
                .longs(NewTask::revision)
                .texts(task -> task.content().dataJson())
                .texts(task -> task.content().metaJson())
                .texts(task -> task.content().dataSha256())
                .ints(NewTask::overlap)
                .ints(NewTask::annotations)
                .ints(task -> task.predictions().size())
                .longs(task -> by)
                .flags(NewTask::awaitsAnswers);
    }

    private void copyTasks(Connection connection) throws SQLException {
        try (BinaryCopy rows = new BinaryCopy(connection, COPY_TASKS)) {
            for (NewTask task : added) {
                rows.row(COPIED_COLUMNS)
                        .whole(task.id())
                        .whole(task.projectId())
                        .whole(task.innerId())
                        .whole(task.revision())
                        .text(task.content().dataJson())
                        .text(task.content().metaJson())
                        .text(task.content().dataSha256())
                        .small(task.overlap())
                        .small(task.annotations())
                        .small(task.predictions().size())
                        .whole(by)
                        .flag(task.awaitsAnswers())
                        .moment(now)
                        .moment(now);
            }
            rows.end();
        }
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
                .longs(task -> by)
                .flags(Task::awaitsAnswers);
    }

    private SetStatement<Task> reshapeTasks(String at) {
        return new SetStatement<>(RESHAPE_TASKS, reshaped).value(at)
                .longs(Task::id)
                .longs(Task::revision)
                .ints(Task::overlap)
                .ints(Task::totalPredictions)
                .ints(Task::importedAnnotations)
                .longs(task -> by);
    }
}
