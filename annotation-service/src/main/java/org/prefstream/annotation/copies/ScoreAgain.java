package org.prefstream.annotation.copies;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Scores the tasks of a project anew once it names another model. The first portion goes with the change itself, so that a change of
 * a project of usual size has its effect when it is acknowledged. The rest follows in portions, each of which is one transaction and
 * holds the rows that people wait for only shortly.
 */
@ApplicationScoped
class ScoreAgain implements ProjectListener {

    private static final Logger LOG = Logger.getLogger(ScoreAgain.class);
    private static final int PORTION = 2_000;

    /** Whoever works on a portion holds the project's row, so that two never do. */
    private static final String OPEN = """
            select project_id, model_version, scored_to from project_copy
            where scored_to is not null and (cast(?1 as boolean) or project_id = any (cast(?2 as bigint[])))
            order by project_id limit 1 for update skip locked
            """;
    /** Rows are locked before their records are read, so that these are the newest. */
    private static final String LOCK_SLOTS = """
            select task_id from task_slot where project_id = ?1 and task_id > ?2 order by task_id limit\s""" + PORTION
            + " for update";
    /** Predictions are what a record ends with. */
    private static final String RECORDS = """
            select task_id, record from task_copy
            where task_id = any (cast(?1 as bigint[])) and not deleted and right(record, 17) <> '"predictions":[]}'
            """;
    private static final String SCORE = """
            update task_slot s set score = n.score, freed_by = cast(cast(pg_current_xact_id() as text) as bigint)
            from (select t.task_id, %s as score from unnest(cast(? as bigint[]), cast(? as text[])) as t(task_id, scores)) n
            where s.task_id = n.task_id and s.score is distinct from n.score
            """
            .formatted(Scores.sql("t.scores", "cast(? as text)"));
    private static final String NOTE = "update project_copy set scored_to = $2 where project_id = $1";
    private static final String END = "update project_copy set scored_to = null where project_id = $1";

    private final Transactions transactions;

    ScoreAgain(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A project whose tasks have to be scored anew, from behind a task. */
    private record Open(long projectId, String model, long scoredTo) {
    }

    @Override
    public Uni<Void> projectsKnown(List<Long> projectIds) {
        return portion(false, projectIds).replaceWithVoid();
    }

    /** Goes on for as long as there is something to score. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> goOn() {
        return Multi.createBy()
                .repeating()
                .uni(() -> transactions.write(() -> portion(true, List.of())))
                .whilst(more -> more)
                .collect()
                .last()
                .replaceWithVoid()
                .onFailure(DatabaseErrors::isTransient)
                .recoverWithUni(failure -> {
                    LOG.debugf("the database is away, tasks are scored later: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** {@return whether there was a project to go on with} */
    private static Uni<Boolean> portion(boolean any, List<Long> projectIds) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Object[].class)
                        .setParameter(1, any)
                        .setParameter(2, projectIds.toArray(Long[]::new))
                        .getResultList())
                .map(rows -> rows.stream().map(row -> new Open((Long) row[0], (String) row[1], (Long) row[2])).toList())
                .chain(open -> open.isEmpty() ? Uni.createFrom().item(false) : portion(open.get(0)).replaceWith(true));
    }

    private static Uni<Integer> portion(Open project) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK_SLOTS, Long.class)
                        .setParameter(1, project.projectId)
                        .setParameter(2, project.scoredTo)
                        .getResultList())
                .call(locked -> score(locked, project.model))
                .chain(locked -> locked.size() < PORTION
                        ? SessionStatements.update(END, project.projectId)
                        : SessionStatements.update(NOTE, project.projectId, locked.get(locked.size() - 1)));
    }

    private static Uni<Integer> score(List<Long> taskIds, String model) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(RECORDS, Object[].class)
                        .setParameter(1, taskIds.toArray(Long[]::new))
                        .getResultList())
                .chain(records -> {
                    Map<Long, String> scores = new HashMap<>();
                    for (Object[] record : records) {
                        String json = Scores.json(Json.read((String) record[1], TaskRecord.class));
                        if (json != null) {
                            scores.put((Long) record[0], json);
                        }
                    }
                    return new SetStatement<>(SCORE, taskIds).value(model).longs(id -> id).texts(scores::get).send();
                });
    }
}
