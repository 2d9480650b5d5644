package org.prefstream.annotation.barrier;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.CoalescedCall;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.OutboxDrain;
import org.prefstream.kit.projection.Peers;

import io.smallrye.mutiny.Uni;

/** Waits until this service has applied what others were told is done, and published what it did itself. */
@ApplicationScoped
public class CaughtUp {

    private static final Logger LOG = Logger.getLogger(CaughtUp.class);
    private static final Duration SHORTLY = Duration.ofSeconds(2);

    private final Peers peers;
    private final AppliedOffsets applied;
    private final OutboxDrain drain;
    private final Set<String> consumed;
    private final CoalescedCall<Void> rounds = new CoalescedCall<>(this::round);

    CaughtUp(Peers peers, AppliedOffsets applied, OutboxDrain drain, TopicNames names) {
        this.peers = peers;
        this.applied = applied;
        this.drain = drain;
        this.consumed = names.consumed().stream().map(names::onBroker).collect(Collectors.toUnmodifiableSet());
    }

    /** Waits for what task-service has acknowledged, at most two seconds; goes on in any case. */
    public Uni<Void> shortly() {
        return rounds.join();
    }

    private Uni<Void> round() {
        return peers.ask("task", "barrier", Map.of("deadline_ms", SHORTLY.toMillis()), Positions.class, SHORTLY)
                .chain(target -> applied.reach(target.orElse(Positions.NONE).within(consumed), Deadline.in(SHORTLY)))
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf("going on without having caught up: %s", failure);
                    return Uni.createFrom().voidItem();
                });
    }

    /** {@return how far this service's topics are once it has applied target and published everything recorded by then} */
    Uni<Positions> behind(Positions target, Deadline deadline) {
        return applied.reach(target.within(consumed), deadline).chain(() -> drain.drained(deadline));
    }
}
