package org.prefstream.kit.projection;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.SettledSignal;
import org.prefstream.kit.messaging.TopicNames;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;

/** Waits until everything recorded by now of some projects has been published. */
@ApplicationScoped
public class OutboxDrain {

    /** Of each statement that recorded rows only the last row of a project and topic is looked at: the others go before it. */
    private static final String RECORDED = """
            from outbox where closes and project_id = any (cast($1 as bigint[])) and aggregatetype = any (cast($2 as text[]))
            """;
    /** {@code offset 0} keeps the database from walking back over all ids, by their index, until it meets such a row. */
    static final String HIGHEST = "select coalesce(max(id), 0) from (select id " + RECORDED + " offset 0) closing";
    /** So does the sum from walking over them from the first one on. */
    static final String WAITING = "select exists (select " + RECORDED + " and id + 0 <= $3)";
    /** Also, without a place, the topics that are being filled again: nobody knows yet where on them a reader's states will be. */
    private static final String POSITIONS = """
            select topic, topic_id, partition, max(last_offset) from project_position
            where project_id = any (cast($1 as bigint[])) group by topic, topic_id, partition
            union all
            select topic, topic_id, null, null from republication
            where begun_at is not null and ended_at is null
            """;

    private final Pool pool;
    private final TopicNames names;
    private final SettledSignal settled;

    OutboxDrain(Pool pool, TopicNames names, SettledSignal settled) {
        this.pool = pool;
        this.names = names;
        this.settled = settled;
    }

    /**
     * {@return how far the scope's projects are on its topics, once every row of them that had committed before this call is
     * published; fails with {@link BarrierTimedOut} when the deadline passes first}
     */
    public Uni<Positions> drained(Scope scope, Deadline deadline) {
        return highest(scope).chain(highest -> highest == 0 ? none() : published(scope, highest, deadline))
                .chain(() -> reached(scope))
                .chain(reached -> unknown(reached, scope).isEmpty()
                        ? Uni.createFrom().item(reached.published.within(wanted(scope, reached.published)))
                        : filled(scope, deadline).chain(() -> drained(scope, deadline)));
    }

    /** What was recorded to fill a topic is to be published as well: whoever has waited for it looks again. */
    private Uni<Void> filled(Scope scope, Deadline deadline) {
        return Polling
                .until(() -> reached(scope).map(reached -> unknown(reached, scope)), Set::isEmpty, settled.signal(),
                        deadline)
                .invoke(unknown -> unknown.stream().findFirst().ifPresent(topic -> {
                    throw new BarrierTimedOut("topic %s is being filled again".formatted(topic));
                }))
                .replaceWithVoid();
    }

    private static Uni<Void> none() {
        return Uni.createFrom().voidItem();
    }

    /** A row that commits later can have a lower id. Such rows are waited for too; there are never many. */
    private Uni<Long> highest(Scope scope) {
        return pool.preparedQuery(HIGHEST)
                .execute(Tuple.from(List.of(scope.numbers(), names(scope))))
                .map(rows -> rows.iterator().next().getLong(0));
    }

    private Uni<Void> published(Scope scope, long highest, Deadline deadline) {
        return Polling.until(() -> waiting(scope, highest), waiting -> !waiting, settled.signal(), deadline)
                .chain(waiting -> waiting
                        ? Uni.createFrom()
                                .failure(new BarrierTimedOut("recorded changes of " + scope.topicNames()
                                        + (scope.projects().isEmpty() ? "" : " of project " + words(scope.projects()))
                                        + " wait to be published"))
                        : none());
    }

    private Uni<Boolean> waiting(Scope scope, long highest) {
        return pool.preparedQuery(WAITING)
                .execute(Tuple.from(List.of(scope.numbers(), names(scope), highest)))
                .map(rows -> rows.iterator().next().getBoolean(0));
    }

    /** How far projects are on their topics, and which topics are being filled again. */
    private record Reached(Positions published, Set<String> beingFilled) {
    }

    private Uni<Reached> reached(Scope scope) {
        return pool.preparedQuery(POSITIONS).execute(Tuple.of((Object) scope.numbers())).map(rows -> {
            Positions.Gathering published = new Positions.Gathering();
            Set<String> beingFilled = new HashSet<>();
            for (Row row : rows) {
                if (row.getInteger(2) == null) {
                    beingFilled.add(row.getString(0));
                } else {
                    published.add(Positions.key(row.getString(0), row.getString(1)), row.getInteger(2), row.getLong(3));
                }
            }
            return new Reached(published.positions(), beingFilled);
        });
    }

    /** {@return the topics that the scope's readers need and that are being filled again} */
    private Set<String> unknown(Reached reached, Scope scope) {
        return onBroker(withTasks(scope)).stream().filter(reached.beingFilled::contains).collect(Collectors.toSet());
    }

    private Set<String> wanted(Scope scope, Positions published) {
        boolean imported = !published.within(Set.of(names.onBroker(Topic.IMPORTS))).isNone();
        return onBroker(imported ? withTasks(scope) : scope.topics());
    }

    /**
     * An annotation that came with a task is recorded behind the task, and is nothing to its reader without it: who waits for
     * such annotations of a project that has any waits for what was published of its tasks, too.
     */
    private static Set<Topic> withTasks(Scope scope) {
        Set<Topic> topics = new HashSet<>(scope.topics());
        if (topics.contains(Topic.IMPORTS)) {
            topics.add(Topic.TASKS);
            topics.add(Topic.PROJECTS);
        }
        return topics;
    }

    private Set<String> onBroker(Set<Topic> topics) {
        return topics.stream().map(names::onBroker).collect(Collectors.toSet());
    }

    private static String[] names(Scope scope) {
        return scope.topics().stream().map(Topic::topicName).toArray(String[]::new);
    }

    private static String words(Collection<Long> projects) {
        return projects.stream().sorted().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
