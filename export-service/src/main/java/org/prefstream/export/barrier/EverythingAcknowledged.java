package org.prefstream.export.barrier;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.CoalescedCall;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.Peers;

import io.smallrye.mutiny.Uni;

/**
 * The strict barrier: whatever was acknowledged to anybody before it was asked for is in the dataset when it completes.
 * task-service says first how far its topics must be read; annotation-service then applies that itself, because judgements
 * can follow from it, and says how far its own topics must be read. Whoever asks while a round runs shares the next one.
 */
@ApplicationScoped
public class EverythingAcknowledged {

    /** Kept back from what the peers are given, so that they can still say themselves what lags. */
    private static final Duration FOR_THE_WAY = Duration.ofMillis(200);
    /** Given to a round that is out of time, so that it can still say what lags. */
    private static final Duration FOR_THE_LAST_WORD = Duration.ofSeconds(2);

    private final Peers peers;
    private final AppliedOffsets applied;
    private final Set<String> consumed;
    private final Duration patience;
    private final CoalescedCall<Void> rounds = new CoalescedCall<>(this::round);

    EverythingAcknowledged(Peers peers, AppliedOffsets applied, TopicNames names, BarrierConfig config) {
        this.peers = peers;
        this.applied = applied;
        this.consumed = names.consumed().stream().map(names::onBroker).collect(Collectors.toSet());
        this.patience = config.barrierDeadline();
    }

    /** Completes when all of it has been applied; fails with a 503 that says what lags when that takes too long. */
    public Uni<Void> isApplied() {
        return rounds.join()
                .ifNoItem()
                .after(patience.plus(FOR_THE_LAST_WORD))
                .failWith(
                        () -> new BarrierTimedOut("exports that were asked for earlier are still waiting for theirs"));
    }

    private Uni<Void> round() {
        Deadline deadline = Deadline.in(patience);
        return positions("task", Positions.NONE, deadline)
                .chain(tasks -> positions("annotation", tasks, deadline).map(tasks::and))
                .chain(target -> applied.reach(target.within(consumed), deadline));
    }

    private Uni<Positions> positions(String peer, Positions target, Deadline deadline) {
        Duration left = deadline.left();
        if (left.compareTo(FOR_THE_WAY.multipliedBy(2)) < 0) {
            return Uni.createFrom().failure(new BarrierTimedOut(peer + "-service could not be asked in time"));
        }
        Map<String, Object> question = Map.of("target", target, "deadline_ms", left.minus(FOR_THE_WAY).toMillis());
        return peers.ask(peer, "barrier", question, Positions.class, left)
                .map(answer -> answer.orElseThrow(() -> new BarrierTimedOut(
                        peer + "-service does not say how far it is; is it of the same version?")));
    }
}
