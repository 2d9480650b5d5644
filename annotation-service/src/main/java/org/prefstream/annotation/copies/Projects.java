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
