package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Keeps how far each project's records are published, per topic and partition. A project's position may be a little too high,
 * never too low: a batch of the relay raises the positions of all its projects to the last offsets of their topics.
 */
@ApplicationScoped
class ProjectPositions {

    private static final String FORGET_AND_RAISE = """
            with forgotten as (delete %s returning project_id, aggregatetype)
            insert into project_position as present (project_id, topic, topic_id, partition, last_offset)
            select sent.project_id, reached.topic, reached.topic_id, reached.partition, reached.last_offset
            from (select distinct project_id, aggregatetype from forgotten) sent
            join unnest(cast(? as text[]), cast(? as text[]), cast(? as int[]), cast(? as bigint[]))
                as reached (topic, topic_id, partition, last_offset)
                on right(reached.topic, length(sent.aggregatetype)) = sent.aggregatetype
            on conflict (project_id, topic, partition) do update
            set topic_id = excluded.topic_id, moved_at = clock_timestamp(), last_offset = case present.topic_id
                when excluded.topic_id then greatest(present.last_offset, excluded.last_offset)
                else excluded.last_offset end
            """.formatted(OutboxTable.NAMED);
    /** What everybody waits for is raised instead, so that nobody waits for less than before. */
    private static final String FOLD = """
            with old as (
                delete from project_position where project_id <> 0 and moved_at < now() - interval '1 day'
                returning topic, topic_id, partition, last_offset)
            insert into project_position as everybody (project_id, topic, topic_id, partition, last_offset)
            select distinct on (old.topic, old.partition) 0, old.topic, old.topic_id, old.partition, old.last_offset
            from old left join relay_position present on present.topic = old.topic and present.partition = old.partition
            where present.topic_id is null or present.topic_id = old.topic_id
            order by old.topic, old.partition, old.last_offset desc
            on conflict (project_id, topic, partition) do update
            set topic_id = excluded.topic_id, last_offset = case everybody.topic_id
                when excluded.topic_id then greatest(everybody.last_offset, excluded.last_offset)
                else excluded.last_offset end
            """;

    private final Transactions transactions;

    ProjectPositions(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Forgets rows that were sent, and raises the positions of the projects of those that were still in the outbox; in the caller's
     * transaction.
     */
    static void forget(Connection connection, RowNames rows, Positions positions) throws SQLException {
        List<String> topics = new ArrayList<>();
        List<Integer> partitions = new ArrayList<>();
        List<Long> offsets = new ArrayList<>();
        positions.offsets().forEach((topic, byPartition) -> byPartition.forEach((partition, offset) -> {
            topics.add(topic);
            partitions.add(partition);
            offsets.add(offset);
        }));
        try (PreparedStatement raise = connection.prepareStatement(FORGET_AND_RAISE)) {
            OutboxTable.name(raise, rows);
            raise.setArray(3, connection.createArrayOf("text", topics.stream().map(Positions::name).toArray()));
            raise.setArray(4, connection.createArrayOf("text", topics.stream().map(Positions::topicId).toArray()));
            raise.setArray(5, connection.createArrayOf("int", partitions.toArray()));
            raise.setArray(6, connection.createArrayOf("bigint", offsets.toArray()));
            raise.executeUpdate();
        }
    }

    /** Positions that nobody has raised for a day are reached everywhere as a rule; those of deleted projects go this way. */
    @Scheduled(every = "1h", delayed = "5m", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> fold() {
        return transactions
                .write(() -> Panache.getSession().chain(session -> session.createNativeQuery(FOLD).executeUpdate()))
                .replaceWithVoid();
    }
}
