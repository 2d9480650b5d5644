package org.prefstream.export.dataset;

import java.util.EnumSet;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;

import io.smallrye.mutiny.Uni;

/** Waits until the copies hold everything of a project that was acknowledged before. */
@ApplicationScoped
public class WholeProject {

    private final Projects projects;
    private final ReadBarrier barrier;
    private final AppliedOffsets applied;

    WholeProject(Projects projects, ReadBarrier barrier, AppliedOffsets applied) {
        this.projects = projects;
        this.barrier = barrier;
        this.applied = applied;
    }

    /**
     * Completes when what is read from now on holds everything that was acknowledged. It fails with a 404 or 403 where there is
     * nothing for this person, and with a 503 that says what lags if the wait takes too long.
     *
     * @param refusal what somebody is told who is neither owner nor manager
     * @return how far the copies are
     */
    public Uni<Positions> reached(Person person, long projectId, String refusal) {
        return projects.requireVisible(person, projectId)
                .chain(() -> person.manages()
                        ? reached(projectId)
                        : Uni.createFrom().failure(ProblemException.forbidden(refusal)));
    }

    /** {@return as the other one, for work that nobody asks for} It fails with a 503 alone. */
    public Uni<Positions> reached(long projectId) {
        return barrier.reached(everythingOf(projectId)).chain(applied::present);
    }

    /** People, too: whoever reads it learns names of authors. */
    private static Scope everythingOf(long projectId) {
        return new Scope(Set.of(projectId), EnumSet.allOf(Topic.class));
    }
}
