package org.prefstream.task.task;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.PrimitiveIterator;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.task.task.NewTask.NewPrediction;
import org.prefstream.task.task.TaskEvent.Former;
import org.prefstream.task.task.TaskEvent.Kind;
import org.prefstream.task.task.TransferredTask.Hold;
import org.prefstream.task.task.TransferredTask.Said;

/**
 * Copies or moves tasks to another project, with their data, meta, order and predictions. Judgements do not go along: they were given
 * under another configuration. A set is one transaction, so that a task is never in neither project, and a moved one never in both.
 */
@ApplicationScoped
public class TransferTasks {

    /** A moved task is the same one to people: what was done with it stays its history. */
    private static final String TAKE_EVENTS = """
            update task_event e set task_id = m.made from unnest(cast(? as bigint[]), cast(? as bigint[])) as m(made, former)
            where e.task_id = m.former
            """;

    private final Transactions transactions;
    private final WithdrawTasks withdraw;
    private final Outbox outbox;
    private final Clock clock;

    TransferTasks(Transactions transactions, WithdrawTasks withdraw, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.withdraw = withdraw;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * What goes where.
     *
     * @param moved whether the tasks leave their project
     * @param by who does it
     */
    public record Transfer(long from, long to, boolean moved, long by) {
    }

    /** What a task was before it was moved, and is to be again. */
    record Restored(@Nullable Long innerId, int overlap) {
    }

    /** A task that was made, and the one that it was made of. */
    private record Made(long id, TransferredTask of) {
    }

    /** Refuses with a 400 that says which field is missing if one of the tasks cannot be shown in the other project; blocks. */
    public void check(Transfer transfer, List<Long> ids) {
        transactions.bulk(connection -> {
            check(connection, transfer, ids);
            return ids.size();
        });
    }

    /** Refuses likewise, in the transaction of the caller. */
    static void check(Connection connection, Transfer transfer, List<Long> ids) throws SQLException {
        fitting(connection, transfer, ids, 0, Hold.NONE, TransferTarget.read(connection, transfer.to()));
    }

    /**
     * Blocks until a set is copied or moved. A task that this action has taken already is passed over.
     *
     * @param action by which it can be undone
     * @return how many tasks were copied or moved
     */
    public int set(Transfer transfer, List<Long> ids, long action) {
        return transactions.bulk(connection -> {
            TaskActions.lock(connection, action);
            return in(connection, transfer, ids, action, Map.of());
        });
    }

    /** Moves tasks back, in the transaction of the caller. {@return how many there were} */
    int back(Connection connection, Transfer transfer, Map<Long, Restored> former) throws SQLException {
        return in(connection, transfer, List.copyOf(former.keySet()), 0, former);
    }

    private int in(Connection connection, Transfer transfer, List<Long> ids, long action, Map<Long, Restored> former)
            throws SQLException {
        TransferTarget target = TransferTarget.hold(connection, transfer.to());
        List<TransferredTask> tasks = fitting(connection, transfer, ids, action,
                transfer.moved() ? Hold.ALONE : Hold.SHARED, target);
        if (tasks.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        List<Made> made = make(connection, transfer, target, tasks, former, now);
        if (transfer.moved()) {
            new SetStatement<>(TAKE_EVENTS, made).longs(Made::id).longs(one -> one.of().id()).execute(connection);
        }
        TaskEvent.insert(events(transfer, made, action == 0 ? null : action, now)).execute(connection);
        if (transfer.moved()) {
            withdraw.these(connection, transfer.from(), tasks.stream().map(TransferredTask::id).toList());
        }
        return made.size();
    }

    private static List<TransferredTask> fitting(Connection connection, Transfer transfer, List<Long> ids, long action,
            Hold hold, TransferTarget target) throws SQLException {
        List<TransferredTask> tasks = TransferredTask.read(connection, transfer.from(), ids, action, hold);
        tasks.forEach(task -> task.requireFits(target.required(), target.projectId()));
        return tasks;
    }

    private List<Made> make(Connection connection, Transfer transfer, TransferTarget target,
            List<TransferredTask> tasks, Map<Long, Restored> former, Instant now) throws SQLException {
        long revision = Revisions.first(connection);
        long[] ids = Revisions.ids(connection, "task", tasks.size());
        int predictions = tasks.stream().mapToInt(task -> task.predictions().size()).sum();
        PrimitiveIterator.OfLong predictionIds = Arrays.stream(Revisions.ids(connection, "prediction", predictions))
                .iterator();
        PrimitiveIterator.OfLong numbers = numbers(connection, target, tasks, former);
        TaskBatch batch = new TaskBatch(transfer.by(), now);
        List<Made> made = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            TransferredTask task = tasks.get(i);
            Restored restored = former.get(task.id());
            int overlap = restored == null ? target.overlap() : restored.overlap();
            batch.add(new NewTask(ids[i], revision, target.projectId(), numbers.nextLong(), overlap, task.content(),
                    predictions(task, predictionIds), 0, false));
            made.add(new Made(ids[i], task));
        }
        batch.write(connection, outbox);
        return made;
    }

    private static PrimitiveIterator.OfLong numbers(Connection connection, TransferTarget target,
            List<TransferredTask> tasks, Map<Long, Restored> former) throws SQLException {
        List<@Nullable Long> known = new ArrayList<>();
        for (TransferredTask task : tasks) {
            Restored restored = former.get(task.id());
            known.add(restored == null ? null : restored.innerId());
        }
        int missing = (int) known.stream().filter(number -> number == null).count();
        long next = missing == 0 ? 0 : TaskNumbers.take(connection, target.projectId(), missing) - missing + 1;
        long[] numbers = new long[known.size()];
        for (int i = 0; i < numbers.length; i++) {
            Long number = known.get(i);
            numbers[i] = number == null ? next++ : number;
        }
        return Arrays.stream(numbers).iterator();
    }

    private static List<NewPrediction> predictions(TransferredTask task, PrimitiveIterator.OfLong ids) {
        List<NewPrediction> predictions = new ArrayList<>();
        for (Said said : task.predictions()) {
            predictions.add(new NewPrediction(ids.nextLong(), said.result(), said.score(), said.modelVersion()));
        }
        return predictions;
    }

    private static List<TaskEvent> events(Transfer transfer, List<Made> made, @Nullable Long action, Instant now) {
        List<TaskEvent> events = new ArrayList<>();
        for (Made one : made) {
            TransferredTask task = one.of();
            Former former = new Former(task.overlap(), task.id(), transfer.from(), task.innerId());
            if (transfer.moved()) {
                events.add(new TaskEvent(one.id(), Kind.ADDED, task.createdBy(), task.createdAt(), null, null,
                        Former.UNKNOWN));
            }
            events.add(new TaskEvent(one.id(), transfer.moved() ? Kind.MOVED : Kind.COPIED, transfer.by(), now, action,
                    null, former));
        }
        return events;
    }
}
