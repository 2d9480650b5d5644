package org.prefstream.kit.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.database.Durability;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Signal;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Standing.Open;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;

/** Keeps how far this service's projections are: the last applied data offset per partition. */
@ApplicationScoped
public class AppliedOffsets {

    private static final String RAISE = """
            with owner as (
                insert into copy_owner (topic, outbox)
                select distinct on (topic) topic, outbox
                from unnest(cast($1 as text[]), cast($5 as uuid[])) as applied(topic, outbox) where outbox is not null
                on conflict do nothing)
            insert into applied_offset (topic, topic_id, partition, last_offset)
            select * from unnest(cast($1 as text[]), cast($2 as text[]), cast($3 as int[]), cast($4 as bigint[]))
            on conflict (topic, partition) do update
            set topic_id = excluded.topic_id, current_at = excluded.current_at, last_offset = case applied_offset.topic_id
                when excluded.topic_id then greatest(applied_offset.last_offset, excluded.last_offset)
                else excluded.last_offset end
            """;
    private static final String LOWER = """
            delete from applied_offset a using unnest(cast(?1 as text[]), cast(?2 as int[])) as anew(topic, partition)
            where a.topic = anew.topic and a.partition = anew.partition
            """;
    /** What earlier versions have noted without a topic's id belongs to the topic that is there. */
    private static final String ADOPT = "update applied_offset set topic_id = ? where topic = ? and topic_id = ''";
    private static final String OF_TOPIC = """
            select partition, last_offset, current_at, current_at < clock_timestamp() - ? * interval '1 day'
            from applied_offset where topic = ? and topic_id = ?
            """;
    private static final String COMPLETE = """
            update applied_offset set current_at = clock_timestamp() where topic = ? and partition = ? and topic_id = ?
            """;
    /** Deletions stay on a topic for 30 days. A day is left for clocks, and for copies that are complete once an hour. */
    private static final int DAYS_AWAY_MAX = 29;
    /** How long a target may stay unreached before the log is asked whether its record is still there. */
    private static final Duration PROBE_AFTER = Duration.ofSeconds(1);

    private final DataSource dataSource;
    private final Pool pool;
    private final LogProbe probe;
    private final Readings readings;
    private final Signal applied = new Signal();
    private final Signal wanted = new Signal();

    AppliedOffsets(DataSource dataSource, Pool pool, LogProbe probe, Readings readings) {
        this.dataSource = dataSource;
        this.pool = pool;
        this.probe = probe;
        this.readings = readings;
    }

    /**
     * How far a partition's copy is.
     *
     * @param lastOffset the last one applied
     * @param currentAt when the copy was last known to hold all that there was
     * @param tooOld whether deletions that it has not seen may be gone from the topic since
     */
    record Applied(long lastOffset, OffsetDateTime currentAt, boolean tooOld) {
    }

    /**
     * Raises the offsets to these positions, in the Panache transaction that applies the records. A partition that is read from its
     * beginning again is lowered: it has lost its end, and what it has now is all that can be applied.
     *
     * @param positions by the topics' names
     * @param outboxes whose records they are, by partition; the first owner of a topic stays noted, since a copy of two databases is none
     *     of the second
     */
    public Uni<Void> raise(Positions positions, Map<TopicPartition, UUID> outboxes) {
        List<String> topics = new ArrayList<>();
        List<Integer> partitions = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        List<@Nullable UUID> owners = new ArrayList<>();
        Set<TopicPartition> anew = new HashSet<>();
        positions.offsets().forEach((topic, byPartition) -> byPartition.forEach((partition, offset) -> {
            topics.add(topic);
            partitions.add(partition);
            offsets.add(offset);
            owners.add(outboxes.get(new TopicPartition(topic, partition)));
            if (readings.beganAnew(new TopicPartition(topic, partition), offset)) {
                anew.add(new TopicPartition(topic, partition));
            }
        }));
        return lower(anew).chain(() -> SessionStatements.update(RAISE, topics.toArray(String[]::new),
                topics.stream().map(readings::idOf).toArray(String[]::new), partitions.toArray(Integer[]::new),
                offsets.toArray(Long[]::new), owners.toArray(UUID[]::new))).replaceWithVoid();
    }

    /** A higher offset that came back with a crash would not show what was lost. So this waits for the disk. */
    private static Uni<Void> lower(Set<TopicPartition> anew) {
        return anew.isEmpty()
                ? Uni.createFrom().voidItem()
                : Durability.required()
                        .chain(Panache::getSession)
                        .chain(session -> session.createNativeQuery(LOWER)
                                .setParameter(1, anew.stream().map(TopicPartition::topic).toArray(String[]::new))
                                .setParameter(2, anew.stream().map(TopicPartition::partition).toArray(Integer[]::new))
                                .executeUpdate())
                        .replaceWithVoid();
    }

    /** Lets those who wait look at once; to be called when a transaction that has raised offsets is committed. */
    void committed() {
        applied.raise();
    }

    /** {@return what is raised whenever somebody has to wait until records are applied} */
    Signal wanted() {
        return wanted;
    }

    /** {@return whether somebody waits now until records are applied} */
    boolean areAwaited() {
        return applied.isAwaited();
    }

    /** {@return how far each partition of a topic is, but for what was applied of another topic with that name; blocks} */
    Map<Integer, Applied> ofTopic(String topic, String topicId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement adopt = connection.prepareStatement(ADOPT);
                PreparedStatement select = connection.prepareStatement(OF_TOPIC)) {
            adopt.setString(1, topicId);
            adopt.setString(2, topic);
            adopt.executeUpdate();
            select.setInt(1, DAYS_AWAY_MAX);
            select.setString(2, topic);
            select.setString(3, topicId);
            Map<Integer, Applied> applied = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    applied.put(row.getInt(1),
                            new Applied(row.getLong(2), row.getObject(3, OffsetDateTime.class), row.getBoolean(4)));
                }
            }
            return applied;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return the last applied offset of each partition of a topic, whatever its id is; blocks} */
    public Map<Integer, Long> offsets(String topic) {
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

    /** Notes that the copy of a partition holds all that there is; blocks. */
    void noteComplete(TopicPartition partition, String topicId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement note = connection.prepareStatement(COMPLETE)) {
            note.setString(1, partition.topic());
            note.setInt(2, partition.partition());
            note.setString(3, topicId);
            note.executeUpdate();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * Completes when everything up to target has been applied, and none of these copies is in doubt. Fails with
     * {@link BarrierTimedOut} when the deadline passes first, and at once when a copy can no longer be kept. A target that
     * compaction removed counts as reached once nothing before it is left to apply.
     *
     * @param target the positions; their topics' copies must not be in doubt either
     * @param topics the broker's names of topics
     */
    public Uni<Void> reach(Positions target, Set<String> topics, Deadline deadline) {
        Set<String> needed = needed(target, topics);
        if (needed.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Optional<String> refusal = needed.stream().flatMap(topic -> readings.refusal(topic).stream()).findFirst();
        return refusal.isPresent()
                ? Uni.createFrom().failure(BarrierTimedOut.refusedCopy(refusal.get()))
                : awaited(target, needed, deadline);
    }

    private static Set<String> needed(Positions target, Set<String> topics) {
        return Stream.concat(topics.stream(), target.offsets().keySet().stream().map(Positions::name))
                .collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Void> awaited(Positions target, Set<String> needed, Deadline deadline) {
        return open(target, needed, deadline.orEarlier(Deadline.in(PROBE_AFTER)))
                .chain(open -> open.positions().isNone() ? Uni.createFrom().item(open) : probed(open, needed, deadline))
                .chain(open -> open.isNone()
                        ? Uni.createFrom().voidItem()
                        : Uni.createFrom().failure(new BarrierTimedOut(open.words())));
    }

    /**
     * {@return whether everything up to target has been applied, and none of these copies is in doubt, when the deadline passes; the
     * log is not asked}
     */
    public Uni<Boolean> reachedBy(Positions target, Set<String> topics, Deadline deadline) {
        return open(target, needed(target, topics), deadline).map(Open::isNone);
    }

    private Uni<Open> open(Positions target, Set<String> needed, Deadline deadline) {
        return Polling.until(() -> standing().map(standing -> standing.open(target, needed)).invoke(this::wantIfAny),
                Open::isNone, applied, deadline);
    }

    private void wantIfAny(Open open) {
        if (!open.positions().isNone()) {
            wanted.raise();
        }
    }

    /** The log says nothing about doubts, which stay open. */
    private Uni<Open> probed(Open open, Set<String> needed, Deadline deadline) {
        return present().chain(present -> probe.stillInLog(open.positions(), present, deadline))
                .invoke(rest -> rest.offsets()
                        .keySet()
                        .forEach(topic -> readings.checkNowAndThen(Positions.name(topic))))
                .chain(rest -> open(rest, needed, deadline));
    }

    /** {@return the last applied offset of every partition, by the topics' names and by their keys: a target may have either} */
    public Uni<Positions> present() {
        return standing().map(Standing::applied);
    }

    private Uni<Standing> standing() {
        return pool.query(Standing.QUERY).execute().map(Standing::read);
    }

    /**
     * Fails with {@link BarrierTimedOut} if the database no longer has what it had, because it has lost commits since, or if a copy
     * was put in doubt since. It blocks.
     *
     * @param snapshot sees what the reader will see
     * @param before what {@link #present} has said after the reader's barrier
     */
    public static void requireStill(Connection snapshot, Positions before) throws SQLException {
        Standing now = Standing.read(snapshot);
        if (!now.inDoubt().isEmpty()) {
            throw new BarrierTimedOut(new Open(Positions.NONE, now.inDoubt()).words());
        }
        Positions lost = before.beyond(now.applied());
        if (!lost.isNone()) {
            throw new BarrierTimedOut("the database has lost, and reads again, " + lost.offsets());
        }
    }
}
