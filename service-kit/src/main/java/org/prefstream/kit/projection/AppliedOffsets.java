package org.prefstream.kit.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.messaging.Positions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Keeps how far this service's projections are: the last applied data offset per partition. */
@ApplicationScoped
public class AppliedOffsets {

    private static final String RAISE = """
            insert into applied_offset (topic, partition, last_offset)
            select * from unnest(cast(?1 as text[]), cast(?2 as int[]), cast(?3 as bigint[]))
            on conflict (topic, partition) do update
            set last_offset = greatest(applied_offset.last_offset, excluded.last_offset)
            """;
    /** How long a target may stay unreached before the log is asked whether its record is still there. */
    private static final Duration PROBE_AFTER = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Pool pool;
    private final LogProbe probe;

    AppliedOffsets(DataSource dataSource, Pool pool, LogProbe probe) {
        this.dataSource = dataSource;
        this.pool = pool;
        this.probe = probe;
    }

    /** Raises the offsets to these positions, in the Panache transaction that applies the records. */
    public Uni<Void> raise(Positions positions) {
        List<String> topics = new ArrayList<>();
        List<Integer> partitions = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        positions.offsets().forEach((topic, byPartition) -> byPartition.forEach((partition, offset) -> {
            topics.add(topic);
            partitions.add(partition);
            offsets.add(offset);
        }));
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RAISE)
                        .setParameter(1, topics.toArray(String[]::new))
                        .setParameter(2, partitions.toArray(Integer[]::new))
                        .setParameter(3, offsets.toArray(Long[]::new))
                        .executeUpdate())
                .replaceWithVoid();
    }

    /** {@return the last applied offset per partition of a topic; blocks} */
    public Map<Integer, Long> ofTopic(String topic) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection
                        .prepareStatement("select partition, last_offset from applied_offset where topic = ?")) {
            select.setString(1, topic);
            Map<Integer, Long> offsets = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    offsets.put(row.getInt(1), row.getLong(2));
                }
            }
            return offsets;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * Completes when everything up to target has been applied; fails with {@link BarrierTimedOut} when the deadline passes
     * first. A target that compaction removed counts as reached once nothing before it is left to apply.
     */
    public Uni<Void> reach(Positions target, Deadline deadline) {
        return open(target, deadline.orEarlier(Deadline.in(PROBE_AFTER)))
                .chain(open -> open.isNone() ? Uni.createFrom().item(open) : probed(open, deadline))
                .chain(open -> open.isNone()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new BarrierTimedOut("not yet applied are " + open.offsets())));
    }

    /** {@return whether everything up to target has been applied when the deadline passes; the log is not asked} */
    public Uni<Boolean> reachedBy(Positions target, Deadline deadline) {
        return open(target, deadline).map(Positions::isNone);
    }

    private Uni<Positions> open(Positions target, Deadline deadline) {
        return Polling.until(() -> present().map(target::beyond), Positions::isNone, deadline);
    }

    private Uni<Positions> probed(Positions target, Deadline deadline) {
        return present().chain(present -> probe.stillInLog(target, present, deadline))
                .chain(rest -> open(rest, deadline));
    }

    private Uni<Positions> present() {
        return pool.query("select topic, partition, last_offset from applied_offset").execute().map(rows -> {
            Map<String, Map<Integer, Long>> offsets = new HashMap<>();
            rows.forEach(row -> offsets.computeIfAbsent(row.getString(0), topic -> new HashMap<>())
                    .put(row.getInteger(1), row.getLong(2)));
            return new Positions(offsets);
        });
    }
}
