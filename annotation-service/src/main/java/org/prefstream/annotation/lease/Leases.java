package org.prefstream.annotation.lease;

import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Tasks;
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

    /** Ends up to 500 leases whose time is over. {@return the ids of the tasks that were freed; their rows are locked} */
    Uni<List<Long>> expire(Instant now) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(EXPIRE, Long.class).setParameter(1, now).getResultList());
    }

    /** Deletes the leases of tasks that were deleted. */
    public Uni<Void> deleteOf(List<Long> taskIds) {
        return delete("taskId in ?1", taskIds).replaceWithVoid();
    }
}
