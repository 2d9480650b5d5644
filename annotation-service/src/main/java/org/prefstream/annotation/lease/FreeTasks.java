package org.prefstream.annotation.lease;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Tasks whose rows are locked until the transaction ends, and which an annotator may take: what was found before the lock is
 * looked at once more.
 *
 * @param locked the ids of all that are locked, also of those that the annotator has judged meanwhile
 * @param tasks those that the annotator may take, in the order of their ids, or in that of the candidates if it is by score
 * @param orders by task: the orders in which it was shown to those who hold it or have judged it
 */
record FreeTasks(List<Long> locked, List<TaskRecord> tasks, Map<Long, List<ShownOrder>> orders) {

    /** Many claim at once, and the first tasks are wanted by all. So what somebody else holds is passed over. */
    private static final String LOCK = """
            select s.task_id, t.record from task_slot s join task_copy t on t.task_id = s.task_id and not t.deleted
            where s.task_id = any (cast($1 as bigint[])) and s.free_slots > 0
            order by %s limit $2 for update of s skip locked
            """;
    private static final String LOCK_BY_ID = LOCK.formatted("s.task_id");
    private static final String LOCK_IN_TURN = LOCK.formatted("array_position(cast($1 as bigint[]), s.task_id)");
    private static final String JUDGED = """
            select a.task_id from annotation a
            where a.task_id = any (cast($1 as bigint[])) and a.completed_by = $2 and (a.counts or not $3)
            """;
    private static final String ORDERS = """
            select task_id, shown_order from lease
            where task_id = any (cast($1 as bigint[])) and state in ('LIVE', 'SUBMITTED')
            """;

    /** {@return those of the candidates that nobody else holds, but no more than wanted} */
    static Uni<FreeTasks> lock(Flight flight, Claim claim, List<Long> candidates, int wanted) {
        Long[] ids = candidates.toArray(Long[]::new);
        Future<RowSet<Row>> locked = flight.send(claim.isByScore() ? LOCK_IN_TURN : LOCK_BY_ID, ids, wanted);
        Future<RowSet<Row>> judged = flight.send(JUDGED, ids, claim.annotator(), claim.getsSkippedBack());
        Future<RowSet<Row>> orders = flight.send(ORDERS, (Object) ids);
        return flight.landed().map(landed -> read(locked.result(), judged.result(), orders.result()));
    }

    private static FreeTasks read(RowSet<Row> locked, RowSet<Row> judged, RowSet<Row> shown) {
        Set<Long> notFree = new HashSet<>();
        judged.forEach(row -> notFree.add(row.getLong(0)));
        List<Long> ids = new ArrayList<>();
        List<TaskRecord> tasks = new ArrayList<>();
        locked.forEach(row -> {
            ids.add(row.getLong(0));
            if (!notFree.contains(row.getLong(0))) {
                tasks.add(Json.read(row.getString(1), TaskRecord.class));
            }
        });
        Map<Long, List<ShownOrder>> orders = new HashMap<>();
        shown.forEach(row -> orders.computeIfAbsent(row.getLong(0), id -> new ArrayList<>())
                .add(ShownOrder.parse(row.getString(1))));
        return new FreeTasks(ids, tasks, orders);
    }

    /** {@return the orders in which a task was shown} */
    List<ShownOrder> ordersOf(TaskRecord task) {
        return orders.getOrDefault(task.taskId(), List.of());
    }
}
