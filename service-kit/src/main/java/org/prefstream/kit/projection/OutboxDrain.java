package org.prefstream.kit.projection;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Positions;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Waits until everything recorded by now has been published. */
@ApplicationScoped
public class OutboxDrain {

    private final Pool pool;

    OutboxDrain(Pool pool) {
        this.pool = pool;
    }

    /**
     * {@return how far the topics of this service are, once every row that had committed before this call is on them; fails
     * with {@link BarrierTimedOut} when the deadline passes first}
     */
    public Uni<Positions> drained(Deadline deadline) {
        return highest().chain(highest -> Polling.until(() -> waits(highest), waits -> !waits, deadline)
                .chain(waits -> waits ? late(highest) : positions()));
    }

    private Uni<Positions> late(long highest) {
        return waiting(highest).map(left -> {
            throw new BarrierTimedOut(left + " recorded changes wait to be published");
        });
    }

    /** A row that commits later can have a lower id. Such rows are waited for too; there are never many. */
    private Uni<Long> highest() {
        return pool.query("select coalesce(max(id), 0) from outbox")
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Boolean> waits(long highest) {
        return pool.preparedQuery("select exists (select 1 from outbox where id <= $1)")
                .execute(Tuple.of(highest))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Long> waiting(long highest) {
        return pool.preparedQuery("select count(*) from (select 1 from outbox where id <= $1 limit 10000) waiting")
                .execute(Tuple.of(highest))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Positions> positions() {
        return pool.query("select topic, topic_id, partition, last_offset from relay_position").execute().map(rows -> {
            Map<String, Map<Integer, Long>> offsets = new HashMap<>();
            rows.forEach(row -> offsets
                    .computeIfAbsent(Positions.key(row.getString(0), row.getString(1)), topic -> new HashMap<>())
                    .put(row.getInteger(2), row.getLong(3)));
            return new Positions(offsets);
        });
    }
}
