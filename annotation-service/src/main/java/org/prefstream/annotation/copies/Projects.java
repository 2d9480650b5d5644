package org.prefstream.annotation.copies;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;

/** All projects that this service knows. It asks the owner for one that it does not know yet. */
@ApplicationScoped
public class Projects implements PanacheRepositoryBase<ProjectCopy, Long> {

    private static final String OF_TASK = """
            select p from ProjectCopy p join TaskCopy t on t.projectId = p.projectId
            where t.taskId = ?1 and not t.deleted and not p.deleted
            """;

    private final Transactions transactions;
    private final ReadThrough readThrough;
    private final Membership membership;
    private final ProjectProjection projection;

    Projects(Transactions transactions, ReadThrough readThrough, Membership membership, ProjectProjection projection) {
        this.transactions = transactions;
        this.readThrough = readThrough;
        this.membership = membership;
        this.projection = projection;
    }

    /** {@return the project, read in the present session; empty if it is deleted or not known here} */
    public Uni<Optional<ProjectRecord>> find(long projectId) {
        return findById(projectId)
                .map(copy -> Optional.ofNullable(copy).filter(found -> !found.isDeleted()).map(ProjectCopy::read));
    }

    /** {@return the project, read in the present session; 404 if it is deleted or {@link #visible} has not brought it here} */
    public Uni<ProjectRecord> require(long projectId) {
        return find(projectId).map(found -> found.orElseThrow(Projects::notFound));
    }

    /**
     * {@return the project of a task; empty unless this service knows both already, and knows that this person may see them.
     * It opens its own session}
     */
    public Uni<Optional<ProjectRecord>> ofTask(long taskId, Person person) {
        return transactions.read(() -> find(OF_TASK, taskId).firstResult())
                .map(copy -> Optional.ofNullable(copy)
                        .filter(found -> person.sees(found.projectId()))
                        .map(ProjectCopy::read));
    }

    /**
     * {@return the project, from its owner if need be; fails with a 404 if there is none that this person may see. It opens its
     * own session}
     */
    public Uni<ProjectRecord> visible(long projectId, Person person) {
        return transactions.read(() -> findById(projectId))
                .chain(copy -> copy != null ? Uni.createFrom().item(Optional.of(copy)) : readThrough(projectId))
                .map(copy -> copy.filter(found -> !found.isDeleted()).orElseThrow(Projects::notFound).read())
                .call(() -> membership.require(person, projectId, Projects::notFound));
    }

    private Uni<Optional<ProjectCopy>> readThrough(long projectId) {
        return readThrough.bring("projects/" + projectId, ProjectRecord.class, projection)
                .chain(() -> transactions.read(() -> findById(projectId)))
                .map(Optional::ofNullable);
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("No Project matches the given query.");
    }
}
