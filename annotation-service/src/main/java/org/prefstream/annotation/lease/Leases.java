package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All leases ever made. */
@ApplicationScoped
public class Leases implements PanacheRepositoryBase<Lease, Long> {

    /** A lease can change between the search and the update. So the outer conditions check the row once more. */
    private static final String EXPIRE = """
            update lease set state = 'EXPIRED'
            where id in (select l.id from lease l join task_slot t using (task_id)
                         where l.state = 'LIVE' and l.expires_at <= ?1 order by t.task_id limit 500 for update of t skip locked)
                and state = 'LIVE' and expires_at <= ?1
            returning task_id
            """;
    private static final String HELD_ELSEWHERE = """
            select task_id from lease where project_id <> ?1 and annotator = ?2 and state = 'LIVE' order by id
            """;
    private static final String ORDERS = """
            select shown_order from lease where task_id = ?1 and state in ('LIVE', 'SUBMITTED')
            """;

    private final Tasks tasks;

    Leases(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * {@return the lease, read after its task's row was locked, because one that was read before may have changed since; fails
     * with a 404 if there is none, and with {@link LeaseLost} if it is another annotator's or has another token}
     */
    public Uni<Lease> requireLocked(long id, long annotator, long token) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select task_id from lease where id = ?1", Long.class)
                        .setParameter(1, id)
                        .getResultList())
                .map(rows -> rows.stream()
                        .findFirst()
                        .orElseThrow(() -> ProblemException.notFound("No Lease matches the given query.")))
                .chain(tasks::lock)
                .chain(() -> findById(id))
                .invoke(lease -> lease.require(annotator, token));
    }

    /** {@return the annotator's live leases in a project, the oldest first} */
    Uni<List<Lease>> live(long projectId, long annotator, Instant now) {
        return list("projectId = ?1 and annotator = ?2 and state = ?3 and expiresAt > ?4 order by id", projectId,
                annotator, Lease.State.LIVE, now);
    }

    /** {@return the tasks of other projects that the annotator holds, the longest held first} */
    Uni<List<Long>> heldElsewhere(long projectId, long annotator) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(HELD_ELSEWHERE, Long.class)
                        .setParameter(1, projectId)
                        .setParameter(2, annotator)
                        .getResultList());
    }

    /** {@return the annotator's lease on a task that nothing has ended yet, even if its time is over} */
    public Uni<Optional<Lease>> live(long taskId, long annotator) {
        return find("taskId = ?1 and annotator = ?2 and state = ?3", taskId, annotator, Lease.State.LIVE).firstResult()
                .map(Optional::ofNullable);
    }

    /** {@return the orders in which a task was shown to those who hold it or have judged it} */
    Uni<List<ShownOrder>> orders(long taskId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(ORDERS, String.class)
                        .setParameter(1, taskId)
                        .getResultList())
                .map(orders -> orders.stream().map(ShownOrder::parse).toList());
    }

    /** Ends up to 500 leases whose time is over. {@return the ids of the tasks that were freed; their rows are locked} */
    Uni<List<Long>> expire(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRE, Long.class).setParameter(1, now).getResultList());
    }

    /** {@return a fencing token higher than all earlier ones} */
    Uni<Long> nextToken() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select nextval('lease_token')", Long.class)
                        .getSingleResult());
    }

    /** Deletes the leases of tasks that were deleted. */
    public Uni<Void> deleteOf(List<Long> taskIds) {
        return delete("taskId in ?1", taskIds).replaceWithVoid();
    }
}
