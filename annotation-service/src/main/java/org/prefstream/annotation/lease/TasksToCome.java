package org.prefstream.annotation.lease;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.CoalescedCall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Uni;

/**
 * Brings a few tasks of a project from their owner, before the topic does. Whoever has imported tasks can label them at once, also
 * while a larger import stands before them on the topic.
 */
@ApplicationScoped
class TasksToCome {

    private static final Logger LOG = Logger.getLogger(TasksToCome.class);
    private static final int PROJECTS_MAX = 10_000;
    /** Whoever has looked furthest found nothing behind that. */
    private static final String FURTHEST = "select coalesce(max(task_id), 0) from claim_cursor where project_id = $1";

    private final Tasks tasks;
    private final Transactions transactions;
    /** Those who find nothing at the same moment ask once. */
    private final Cache<Long, CoalescedCall<Void>> calls = Caffeine.newBuilder().maximumSize(PROJECTS_MAX).build();

    TasksToCome(Tasks tasks, Transactions transactions) {
        this.tasks = tasks;
        this.transactions = transactions;
    }

    /**
     * Brings the tasks that follow on those that annotators of the project have looked at. It is for a project that is known to lag:
     * where nobody claims in order, the same tasks are asked for again and again.
     *
     * @return completes also if the owner does not answer, as waiting for the topic is left
     */
    Uni<Void> bring(long projectId) {
        return calls.get(projectId, project -> new CoalescedCall<>(() -> ask(project)))
                .join()
                .onFailure()
                .invoke(failure -> LOG.infof("tasks of project=%d are waited for instead: %s", projectId, failure))
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> ask(long projectId) {
        return transactions.read(() -> SessionStatements.row(FURTHEST, projectId))
                .chain(row -> tasks.bringNext(projectId, (Long) row[0]));
    }
}
