package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.TransferTasks.Restored;
import org.prefstream.task.task.TransferTasks.Transfer;

/**
 * Undoes actions, set by set. What somebody has done since with a task stays: an overlap that was set again, a copy that was judged or
 * changed, a moved task that was judged. Done again it goes on, and an action that is undone stays undone.
 */
@ApplicationScoped
public class UndoTasks {

    private static final int SET = 200;
    private static final String NEXT = """
            select e.task_id, e.former_overlap,
                case when exists (select from task o where o.project_id = e.former_project_id and o.inner_id = e.former_inner_id)
                    then null else e.former_inner_id end
            from task_event e join task t on t.id = e.task_id left join task_count c on (c.project_id, c.task_id) = (t.project_id + 0, t.id)
            where e.action_id = ? and e.task_id > ? and t.project_id = ? and %s
            order by e.task_id limit %d for update of t
            """;
    private static final String SAME_OVERLAP = NEXT.formatted("t.overlap = e.overlap", SET);
    private static final String NOT_JUDGED = "coalesce(c.total_annotations, 0) + coalesce(c.cancelled_annotations, 0) = 0";
    private static final String MOVED = NEXT.formatted("e.kind = 'MOVED' and " + NOT_JUDGED, SET);
    private static final String COPIED = NEXT.formatted("e.kind = 'COPIED' and t.updated_by is null and " + NOT_JUDGED,
            SET);
    private static final String LEFT = """
            select count(*) from task_event e join task t on t.id = e.task_id
            where e.action_id = ? and t.project_id = ? and e.kind in ('MOVED', 'COPIED')
            """;

    private final TaskActions actions;
    private final SetOverlap overlaps;
    private final TransferTasks transfer;
    private final WithdrawTasks withdraw;
    private final Transactions transactions;
    private final AcrossServices across;

    UndoTasks(TaskActions actions, SetOverlap overlaps, TransferTasks transfer, WithdrawTasks withdraw,
            Transactions transactions, AcrossServices across) {
        this.actions = actions;
        this.overlaps = overlaps;
        this.transfer = transfer;
        this.withdraw = withdraw;
        this.transactions = transactions;
        this.across = across;
    }

    /**
     * What was undone.
     *
     * @param tasks how many tasks are again as they were
     * @param left how many copied or moved tasks stay, because somebody has worked on them
     */
    public record Undone(TaskActions.Kind kind, long tasks, long left) {
    }

    /**
     * Undoes an action of a project; blocks until it is undone.
     *
     * @throws ProblemException 400 if there is no such action, or not any longer
     */
    public Undone undo(long projectId, long action, long by) {
        TaskActions.Done done = actions.find(projectId, action)
                .orElseThrow(() -> ProblemException.invalid("action",
                        "is no action of this project that can be undone; each can be for a day"));
        if (done.isUndone()) {
            return new Undone(done.kind(), 0, 0);
        }
        long undone = switch (done.kind()) {
            case SET_OVERLAP -> overlaps(done, by);
            case COPY_TASKS -> copies(done);
            case MOVE_TASKS -> moved(done, by);
        };
        long left = done.other() == null ? 0 : left(done);
        actions.undone(action);
        return new Undone(done.kind(), undone, left);
    }

    /** A task as it was before. */
    private record Before(long taskId, Restored restored) {
    }

    private long overlaps(TaskActions.Done done, long by) {
        long undone = 0;
        long last = 0;
        for (List<Before> set = sameOverlap(done, last); !set.isEmpty(); set = sameOverlap(done, last)) {
            Map<Long, Integer> former = new LinkedHashMap<>();
            set.forEach(each -> former.put(each.taskId(), each.restored().overlap()));
            undone += transactions.write(() -> overlaps.of(done.projectId(), former, by, null)).await().indefinitely();
            last = set.get(set.size() - 1).taskId();
        }
        known(done.projectId());
        return undone;
    }

    private List<Before> sameOverlap(TaskActions.Done done, long after) {
        return transactions.bulk(connection -> next(connection, SAME_OVERLAP, done.id(), after, done.projectId()));
    }

    private long copies(TaskActions.Done done) {
        long project = other(done);
        across.annotationsOf(project).await().indefinitely();
        long undone = inSets(done, COPIED, (connection, set) -> withdraw.these(connection, project, ids(set)));
        known(project);
        return undone;
    }

    private long moved(TaskActions.Done done, long by) {
        long project = other(done);
        across.annotationsOf(project).await().indefinitely();
        Transfer back = new Transfer(project, done.projectId(), true, by);
        inSets(done, MOVED, (connection, set) -> {
            TransferTasks.check(connection, back, ids(set));
            return 0;
        });
        long undone = inSets(done, MOVED, (connection, set) -> {
            Map<Long, Restored> former = new LinkedHashMap<>();
            set.forEach(each -> former.put(each.taskId(), each.restored()));
            return transfer.back(connection, back, former);
        });
        known(project);
        known(done.projectId());
        return undone;
    }

    /** Works on a set whose tasks are locked, in the transaction of a connection. */
    @FunctionalInterface
    private interface Work {

        int on(Connection connection, List<Before> set) throws SQLException;
    }

    /** What was done with a set, and where the next one begins; none follows where that is empty. */
    private record Step(int undone, OptionalLong last) {
    }

    private long inSets(TaskActions.Done done, String sql, Work work) {
        long undone = 0;
        OptionalLong last = OptionalLong.of(0);
        while (last.isPresent()) {
            long after = last.getAsLong();
            Step step = transactions.bulk(connection -> step(connection, done, sql, after, work));
            undone += step.undone();
            last = step.last();
        }
        return undone;
    }

    private static Step step(Connection connection, TaskActions.Done done, String sql, long after, Work work)
            throws SQLException {
        List<Before> set = next(connection, sql, done.id(), after, other(done));
        return set.isEmpty()
                ? new Step(0, OptionalLong.empty())
                : new Step(work.on(connection, set), OptionalLong.of(set.get(set.size() - 1).taskId()));
    }

    private static long other(TaskActions.Done done) {
        return Objects.requireNonNull(done.other(), "the project where tasks went");
    }

    private void known(long project) {
        across.known(project, Topic.TASKS).await().indefinitely();
    }

    private static List<Long> ids(List<Before> set) {
        return set.stream().map(Before::taskId).toList();
    }

    private static List<Before> next(Connection connection, String sql, long action, long after, long projectId)
            throws SQLException {
        List<Before> set = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setLong(1, action);
            select.setLong(2, after);
            select.setLong(3, projectId);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    set.add(new Before(row.getLong(1), new Restored(number(row, 3), row.getInt(2))));
                }
            }
        }
        return set;
    }

    private static @Nullable Long number(ResultSet row, int column) throws SQLException {
        return row.getObject(column, Long.class);
    }

    private long left(TaskActions.Done done) {
        return transactions.bulk(connection -> left(connection, done.id(), other(done)));
    }

    private static long left(Connection connection, long action, long project) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LEFT)) {
            select.setLong(1, action);
            select.setLong(2, project);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
