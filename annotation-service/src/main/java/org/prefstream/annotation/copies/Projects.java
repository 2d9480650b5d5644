package org.prefstream.annotation.copies;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.ProjectCache.Found;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** All projects that this service knows. It asks the owner for one that it does not know yet. */
@ApplicationScoped
public class Projects {

    private final ProjectCache copies;
    private final ReadThrough readThrough;
    private final Membership membership;
    private final ProjectProjection projection;

    Projects(ProjectCache copies, ReadThrough readThrough, Membership membership, ProjectProjection projection) {
        this.copies = copies;
        this.readThrough = readThrough;
        this.membership = membership;
        this.projection = projection;
    }

    /** {@return the project, from its owner if need be; fails with a 404 if there is none that this person may see} */
    public Uni<ProjectRecord> visible(long projectId, Person person) {
        return copies.find(projectId)
                .chain(found -> found.known() ? Uni.createFrom().item(found) : readThrough(projectId))
                .map(found -> Optional.ofNullable(found.project()).orElseThrow(Projects::notFound))
                .call(() -> membership.require(person, projectId, Projects::notFound));
    }

    private Uni<Found> readThrough(long projectId) {
        return readThrough.bring("projects/" + projectId, ProjectRecord.class, projection)
                .chain(() -> copies.find(projectId));
    }

    private static ProblemException notFound() {
        return ProblemException.notFound("No Project matches the given query.");
    }
}
