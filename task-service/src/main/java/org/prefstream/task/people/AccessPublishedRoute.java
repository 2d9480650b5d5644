package org.prefstream.task.people;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.OutboxDrain;
import org.prefstream.kit.projection.Scope;
import org.prefstream.kit.web.InternalRoute;

import io.smallrye.mutiny.Uni;

/**
 * Tells other services how far access is published, once everything that was acknowledged before the question is. So they know
 * whether their copies are fresh.
 */
@ApplicationScoped
class AccessPublishedRoute implements InternalRoute {

    /** Less than the others wait for an answer, so that they get one that says what lags. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final OutboxDrain drain;

    AccessPublishedRoute(OutboxDrain drain) {
        this.drain = drain;
    }

    @Override
    public String path() {
        return "published/access";
    }

    @Override
    public Uni<Positions> answer(Map<String, String> parameters, String body) {
        return drain.drained(Scope.ofPeople(), Deadline.in(PATIENCE));
    }
}
