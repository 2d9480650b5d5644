package org.prefstream.annotation.copies;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All tasks that this service knows. It asks the owner for one that it does not know yet. */
@ApplicationScoped
public class Tasks implements PanacheRepositoryBase<TaskCopy, Long> {

    private static final String LOCK = "select task_id from task_slot where task_id = ?1 for update";

    private final Transactions transactions;
    private final ReadThrough readThrough;
    private final Membership membership;
    private final TaskProjection projection;

    Tasks(Transactions transactions, ReadThrough readThrough, Membership membership, TaskProjection projection) {
        this.transactions = transactions;
        this.readThrough = readThrough;
        this.membership = membership;
        this.projection = projection;
    }

    /**
     * {@return the task, with its row locked in the present transaction; 404 if it is deleted or not known here}
     *
     * <p>Whatever changes leases, slots or annotations of a task locks it first.
     */
    public Uni<TaskCopy> lock(long taskId) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK, Long.class).setParameter(1, taskId).getResultList())
                .map(locked -> locked.stream().findFirst().orElseThrow(Tasks::notFound))
                .chain(this::findById);
    }

    /**
     * {@return the task, from its owner if need be; fails with a 404 if there is none that this person may see. It opens its
     * own session}
     */
    public Uni<TaskCopy> visible(long taskId, Person person) {
        return transactions.read(() -> findById(taskId))
                .chain(copy -> copy != null ? Uni.createFrom().item(Optional.of(copy)) : readThrough(taskId))
                .map(copy -> copy.filter(found -> !found.isDeleted()).orElseThrow(Tasks::notFound))
                .call(task -> membership.require(person, task.projectId(), Tasks::notFound));
    }

    /**
     * Asks the owner for the next tasks of a project, as far as no annotations came with them, and keeps them. They may wait for
     * long until the topic brings them, behind what was imported before, in any project.
     *
     * @param after the task behind which they follow; 0 for the first ones
     */
    public Uni<Void> bringNext(long projectId, long after) {
        return readThrough.bringAll("projects/%d/tasks?after=%d".formatted(projectId, after), TaskRecord.class,
                projection);
    }

    private Uni<Optional<TaskCopy>> readThrough(long taskId) {
        return readThrough.bring("tasks/" + taskId, TaskRecord.class, projection)
                .chain(() -> transactions.read(() -> findById(taskId)))
                .map(Optional::ofNullable);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("No Task matches the given query.");
    }
}
