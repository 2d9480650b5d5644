package org.prefstream.export.dataset;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.projection.Projector;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Knows which projects there are. It asks the owner about a project that has not arrived yet. */
@ApplicationScoped
public class Projects {

    private static final String RECORD = "select record from project_copy where project_id = :project and not deleted";

    private final Transactions transactions;
    private final Peers peers;
    private final Projector projector;
    private final ProjectProjection projection;

    Projects(Transactions transactions, Peers peers, Projector projector, ProjectProjection projection) {
        this.transactions = transactions;
        this.peers = peers;
        this.projector = projector;
        this.projection = projection;
    }

    /**
     * {@return whether there is a project of that id that is not deleted; fails with a 503 if task-service must tell and does
     * not answer}
     */
    public Uni<Boolean> exists(long projectId) {
        return copy(projectId).chain(
                copy -> copy.isPresent() ? Uni.createFrom().item(!copy.get().isDeleted()) : readThrough(projectId));
    }

    /** {@return whether there is a project of that id, as {@link #exists} says, and this person may see it} */
    public Uni<Boolean> isVisible(Person person, long projectId) {
        return person.sees(projectId) ? exists(projectId) : Uni.createFrom().item(false);
    }

    /** Completes if the project {@link #isVisible}; fails with a 404 otherwise. */
    public Uni<Void> requireVisible(Person person, long projectId) {
        return isVisible(person, projectId)
                .chain(is -> is ? Uni.createFrom().voidItem() : Uni.createFrom().failure(unknown()));
    }

    /** {@return the project if it {@link #isVisible}; fails with a 404 otherwise} */
    public Uni<ProjectRecord> visible(Person person, long projectId) {
        return requireVisible(person, projectId)
                .chain(() -> transactions.read(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery(RECORD, String.class)
                                .setParameter("project", projectId)
                                .getSingleResultOrNull())))
                .map(record -> Optional.ofNullable(record).orElseThrow(Projects::unknown))
                .map(record -> Json.read(record, ProjectRecord.class));
    }

    /** {@return the refusal for a project that is not there, or not for this person} */
    public static ProblemException unknown() {
        return ProblemException.notFound("No Project matches the given query.");
    }

    private Uni<Optional<ProjectCopy>> copy(long projectId) {
        return transactions.read(() -> Panache.getSession()
                .chain(session -> session.find(ProjectCopy.class, projectId))
                .map(Optional::ofNullable));
    }

    private Uni<Boolean> readThrough(long projectId) {
        return peers.askOwner("task", "projects/" + projectId, ProjectRecord.class)
                .chain(owned -> owned.isEmpty()
                        ? Uni.createFrom().item(false)
                        : projector.apply(projection, owned.get())
                                .chain(() -> copy(projectId))
                                .map(copy -> copy.isPresent() && !copy.get().isDeleted()));
    }
}
