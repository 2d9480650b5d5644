package org.prefstream.kit.projection;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Statements;

import io.smallrye.mutiny.Uni;

/**
 * The copies that may hold keys whose deletion they have missed ({@link MissedDeletions}). A doubt is cast in the statement that
 * forgets its reason, and is on the disk before anything more is applied. So no restart loses it, and none casts it once more. A new
 * doubt begins the comparison anew. What is not said to be reactive blocks.
 */
@ApplicationScoped
class Doubts {

    private static final Logger LOG = Logger.getLogger(Doubts.class);

    /** A doubt that waits for somebody's word goes on waiting. */
    private static final String CAST = """
            insert into copy_in_doubt (topic, comparing, unless_gone_back)
            select doubted.topic, owner.is_enough, owner.is_enough
            from (select distinct topic from reason) doubted cross join lateral (
                select %s and exists (select from copy_owner where topic = doubted.topic) as is_enough) owner
            on conflict (topic) do update
            set since = excluded.since, reached = '', comparing = copy_in_doubt.unless_gone_back and excluded.comparing,
                unless_gone_back = copy_in_doubt.unless_gone_back and excluded.unless_gone_back
            """;
    private static final String MADE_ANEW = """
            with reason as (delete from applied_offset where topic = ? and topic_id not in ('', ?) returning topic)
            """ + CAST.formatted("false");
    private static final String LOST_END = """
            with reason as (delete from applied_offset where topic = ? and partition = ? returning topic)
            """ + CAST.formatted("false");
    private static final String TOO_OLD = """
            with reason as (update applied_offset set current_at = clock_timestamp() where topic = ? and partition = ? returning topic)
            """
            + CAST.formatted("true");
    private static final String ALL = """
            select topic, since, reached, comparing, unless_gone_back, outbox
            from copy_in_doubt left join copy_owner using (topic) order by topic
            """;
    private static final String WAIT = """
            update copy_in_doubt set comparing = false, unless_gone_back = false where topic = ? and since = ? and unless_gone_back
            """;
    /** Whoever casts a doubt waits for this row, or this finds another doubt than the one that was compared for. */
    private static final String ADVANCE = """
            update copy_in_doubt set reached = $4 where topic = $1 and since = $2 and reached = $3
            """;
    private static final String END = "delete from copy_in_doubt where topic = ? and since = ? and reached = ?";

    private final DataSource dataSource;

    Doubts(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * A copy in doubt.
     *
     * @param topic the topic's name on the broker
     * @param reached the key up to which the copy was compared; empty before the first portion
     * @param comparing whether it is to be compared
     * @param unlessGoneBack whether nobody has said so, and it is compared only while the owner's database has never gone back
     * @param outbox the identity of the outbox that its first record came from, which names the owner's database; null if that is not known
     */
    record Doubt(
            String topic,
            OffsetDateTime since,
            String reached,
            boolean comparing,
            boolean unlessGoneBack,
            @Nullable UUID outbox) {
    }

    /** A key of a copy, and whether it holds the mark of the key's deletion. */
    record Held(String key, long revision, boolean deleted) {
    }

    /** Doubts a copy of which a part was read from another topic with that name, and forgets how far it was there. */
    void castIfMadeAnew(String topic, String topicId) {
        if (update(MADE_ANEW, topic, topicId) > 0) {
            say(topic, "it was read from another topic with that name");
        }
    }

    /** Doubts the copy of a partition that has lost its end, and forgets how far it was. */
    void castForLostEnd(TopicPartition partition) {
        update(LOST_END, partition.topic(), partition.partition());
        say(partition.topic(), "partition %d has lost its end".formatted(partition.partition()));
    }

    /** Doubts a copy that was away for too long. From now on it is as old as the doubt. */
    void castForAge(TopicPartition partition, OffsetDateTime completeAt) {
        update(TOO_OLD, partition.topic(), partition.partition());
        say(partition.topic(),
                "it was last complete at %s, and deletions stay on a topic for 30 days".formatted(completeAt));
    }

    private static void say(String topic, String why) {
        LOG.warnf(
                "the copy of %s may hold what was deleted: %s. Until it is compared with what its owner has, nothing that needs it is answered. "
                        + "Health says whether it waits for your word. If so, docs/running.md says what to look at before you execute: "
                        + "select compare_copy('%s')",
                topic, why, topic);
    }

    /** Lets a doubt that was to be compared by itself wait for somebody's word instead. */
    void awaitWord(Doubt doubt, String why) {
        if (update(WAIT, doubt.topic, doubt.since) > 0) {
            say(doubt.topic, why);
        }
    }

    /** {@return the copies that are in doubt} */
    List<Doubt> all() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(ALL);
                ResultSet row = select.executeQuery()) {
            List<Doubt> doubts = new ArrayList<>();
            while (row.next()) {
                doubts.add(new Doubt(row.getString(1), row.getObject(2, OffsetDateTime.class), row.getString(3),
                        row.getBoolean(4), row.getBoolean(5), row.getObject(6, UUID.class)));
            }
            return doubts;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return the next keys of a copy, ascending, behind what was compared} */
    List<Held> next(Doubt doubt, HeldKeys keys, int max) {
        List<Held> held = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(keys.query().orElseThrow())) {
            select.setString(1, doubt.reached);
            select.setInt(2, max);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    held.add(new Held(row.getString(1), row.getLong(2), row.getBoolean(3)));
                }
            }
            return held;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /**
     * Notes in the Panache transaction of the caller how far a comparison is. It is reactive. {@return whether it still goes on from
     * where the doubt says; otherwise it was begun anew, or somebody else has done this portion}
     */
    static Uni<Boolean> advance(Doubt doubt, String reached) {
        return SessionStatements.update(ADVANCE, doubt.topic, doubt.since, doubt.reached, reached)
                .map(advanced -> advanced > 0);
    }

    /** {@return whether the doubt is over now; otherwise it was cast once more, or somebody else has ended it} */
    boolean end(Doubt doubt) {
        return update(END, doubt.topic, doubt.since, doubt.reached) > 0;
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection()) {
            return Statements.update(connection, sql, values);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
