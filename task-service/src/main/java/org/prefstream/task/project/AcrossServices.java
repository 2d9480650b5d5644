package org.prefstream.task.project;

import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;

import io.smallrye.mutiny.Uni;

/**
 * Keeps what this service and annotation-service say in step: who counts annotations sees every acknowledged one, and a change
 * that was acknowledged is shown to who labels. Never called within a transaction, because it waits.
 */
@ApplicationScoped
public class AcrossServices {

    /** Annotations that came with an import become annotations elsewhere, so that imports are waited for too. */
    private static final Set<Topic> ANNOTATIONS = EnumSet.of(Topic.IMPORTS, Topic.ANNOTATIONS);
    /** How long a change waits until annotation-service knows it. It is made already, and is answered in any case. */
    private static final Duration KNOWN_MAX = Duration.ofSeconds(2);

    private final ReadBarrier barrier;

    AcrossServices(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    /** {@return what counts as annotations of a project} */
    static Scope annotations(long projectId) {
        return new Scope(Set.of(projectId), ANNOTATIONS);
    }

    /** Completes when every acknowledged annotation of a project is counted; fails with a 503 that says what lags. */
    public Uni<Void> annotationsOf(long projectId) {
        return annotationsOf(List.of(projectId));
    }

    /** Completes when every acknowledged annotation of these projects is counted; fails with a 503 that says what lags. */
    public Uni<Void> annotationsOf(Collection<Long> projectIds) {
        return projectIds.isEmpty()
                ? Uni.createFrom().voidItem()
                : barrier.returned(new Scope(Set.copyOf(projectIds), ANNOTATIONS));
    }

    /**
     * Completes when annotation-service knows what was committed of a project, or when it takes too long to know it.
     *
     * @param topic what was changed: the project itself, or its tasks
     */
    public Uni<Void> known(long projectId, Topic topic) {
        return barrier.appliedElsewhere(Scope.of(projectId, topic), KNOWN_MAX);
    }
}
