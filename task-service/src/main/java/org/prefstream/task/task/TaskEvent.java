package org.prefstream.task.task;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Times;
import org.prefstream.kit.database.SetStatement;

/**
 * Something that somebody did with a task beside judging it.
 *
 * @param action the action that did it; null where it cannot be undone by its id
 * @param overlap how many annotators the task needs since; null where that was not changed
 * @param former what the task was before
 */
record TaskEvent(
        long taskId,
        Kind kind,
        long by,
        Instant at,
        @Nullable Long action,
        @Nullable Integer overlap,
        Former former) {

    private static final String INSERT = """
            insert into task_event (task_id, kind, done_by, done_at, action_id, overlap, former_overlap, former_task_id,
                former_project_id, former_inner_id)
            select task_id, kind, done_by, cast(done_at as timestamptz), action_id, overlap, former_overlap, former_task_id,
                former_project_id, former_inner_id
            from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]), cast(? as text[]), cast(? as bigint[]),
                cast(? as int[]), cast(? as int[]), cast(? as bigint[]), cast(? as bigint[]), cast(? as bigint[]))
                as e(task_id, kind, done_by, done_at, action_id, overlap, former_overlap, former_task_id, former_project_id,
                    former_inner_id)
            """;

    /** What was done. */
    enum Kind {
        ADDED,
        EDITED,
        OVERLAP_SET,
        COPIED,
        MOVED
    }

    /** What a task was; each is null where nothing is known of it, or where it is the same. */
    record Former(@Nullable Integer overlap, @Nullable Long taskId, @Nullable Long projectId, @Nullable Long innerId) {

        static final Former UNKNOWN = new Former(null, null, null, null);

        static Former overlap(int overlap) {
            return new Former(overlap, null, null, null);
        }
    }

    /** {@return what stores the events, in the transaction of the caller} */
    static SetStatement<TaskEvent> insert(List<TaskEvent> events) {
        return new SetStatement<>(INSERT, events).longs(TaskEvent::taskId)
                .texts(event -> event.kind().name())
                .longs(TaskEvent::by)
                .texts(event -> Times.format(event.at()))
                .longs(TaskEvent::action)
                .ints(TaskEvent::overlap)
                .ints(event -> event.former().overlap())
                .longs(event -> event.former().taskId())
                .longs(event -> event.former().projectId())
                .longs(event -> event.former().innerId());
    }
}
