package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.labelstudio.json.Json;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * The leases of an annotator that nothing has ended yet, as a claim finds them. Nobody but a claim of the same person, which
 * waits, begins a lease of theirs.
 *
 * @param here the live ones in the claim's project with their tasks, the oldest first
 * @param elsewhere the tasks of other projects, the longest held first, without those that are kept
 * @param keptElsewhere the tasks of other projects that are kept for a journey, the longest held first
 * @param taskIds all tasks, also those whose leases' time is over
 */
record Holdings(List<Held> here, List<Long> elsewhere, List<Long> keptElsewhere, Set<Long> taskIds) {

    private static final String READ = """
            select l.*, t.record from lease l
            left join task_copy t on t.task_id = l.task_id and l.project_id = $2 and not t.deleted
            where l.annotator = $1 and l.state = 'LIVE' order by l.id
            """;

    /** A live lease and its task. */
    record Held(Lease lease, TaskRecord task) {
    }

    /** Asks for a person's leases. {@return rows that {@link #read} reads} */
    static Future<RowSet<Row>> ask(Flight flight, Claim claim) {
        return flight.send(READ, claim.annotator(), claim.projectId());
    }

    static Holdings read(RowSet<Row> rows, Claim claim, Instant now) {
        List<Held> here = new ArrayList<>();
        List<Long> elsewhere = new ArrayList<>();
        List<Long> keptElsewhere = new ArrayList<>();
        Set<Long> taskIds = new HashSet<>();
        for (Row row : rows) {
            Lease lease = Lease.read(row);
            taskIds.add(lease.taskId());
            if (lease.projectId() != claim.projectId()) {
                (lease.isKept() ? keptElsewhere : elsewhere).add(lease.taskId());
            } else if (lease.isLive(now) && row.getString("record") != null) {
                here.add(new Held(lease, Json.read(row.getString("record"), TaskRecord.class)));
            }
        }
        return new Holdings(here, elsewhere, keptElsewhere, taskIds);
    }

    /**
     * {@return the tasks of other projects that are one too many for the claim, in the order of their ids} Who goes on to another
     * project still has what they took along, unless they take along too much here.
     */
    List<Long> surplus(Claim claim) {
        List<Long> others = claim.keep() == null
                ? elsewhere
                : Stream.concat(elsewhere.stream(), keptElsewhere.stream()).toList();
        int most = claim.keep() == null ? ClaimTasks.LIVE_LEASES_MAX : ClaimTasks.KEPT_LEASES_MAX;
        int surplus = others.size() + Math.max(here.size(), claim.count()) - most;
        return others.subList(0, Math.min(others.size(), Math.max(0, surplus))).stream().sorted().toList();
    }
}
