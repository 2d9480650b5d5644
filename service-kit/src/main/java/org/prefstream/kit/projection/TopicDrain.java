package org.prefstream.kit.projection;

import java.util.HashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;

/** Waits until everything of one topic that was recorded by now has been published, whatever else waits in the outbox. */
@ApplicationScoped
public class TopicDrain {

    /** The topic stands in the text, because a partial index is used for a constant alone. */
    private static final String HIGHEST = "select coalesce(max(id), 0) from outbox where aggregatetype = '%s'";
    private static final String WAITS = "select exists (select from outbox where aggregatetype = '%s' and id <= $1)";
    private static final String POSITIONS = "select partition, last_offset from relay_position where topic = $1";

    private final Pool pool;
    private final TopicNames names;

    TopicDrain(Pool pool, TopicNames names) {
        this.pool = pool;
        this.names = names;
    }

    /**
     * {@return how far a topic of this service is, once every row of it that had committed before this call is published; fails
     * with {@link BarrierTimedOut} when the deadline passes first}
     */
    public Uni<Positions> drained(Topic topic, Deadline deadline) {
        return pool.query(HIGHEST.formatted(topic.topicName()))
                .execute()
                .map(rows -> rows.iterator().next().getLong(0))
                .chain(highest -> Polling.until(() -> waits(topic, highest), waits -> !waits, deadline))
                .chain(waits -> waits
                        ? Uni.createFrom()
                                .failure(new BarrierTimedOut("changes of " + topic.word() + " wait to be published"))
                        : positions(names.onBroker(topic)));
    }

    private Uni<Boolean> waits(Topic topic, long highest) {
        return pool.preparedQuery(WAITS.formatted(topic.topicName()))
                .execute(Tuple.of(highest))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    private Uni<Positions> positions(String topic) {
        return pool.preparedQuery(POSITIONS).execute(Tuple.of(topic)).map(rows -> {
            Map<Integer, Long> offsets = new HashMap<>();
            rows.forEach(row -> offsets.put(row.getInteger(0), row.getLong(1)));
            return offsets.isEmpty() ? Positions.NONE : new Positions(Map.of(topic, offsets));
        });
    }
}
