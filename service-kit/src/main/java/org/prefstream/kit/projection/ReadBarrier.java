package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;

import io.smallrye.mutiny.Uni;

/**
 * Lets a reader wait until this service's copies hold everything that was acknowledged to anybody before. The owners say in
 * turn how far their topics must be read. Each owner first applies what the owners before it have named, because its own work
 * can follow from that. Readers who come while a round runs share the next one.
 */
@ApplicationScoped
public class ReadBarrier {

    private static final Logger LOG = Logger.getLogger(ReadBarrier.class);
    /**
     * The time that is kept back from an owner's deadline, so that the owner itself can still answer what lags. It is a tenth
     * of the patience, but no more than this.
     */
    private static final Duration RESERVE_MAX = Duration.ofMillis(200);
    /** A round that is out of time gets this much longer, so that it can still say what lags. */
    private static final Duration LAST_WORD = Duration.ofSeconds(2);

    private final Peers peers;
    private final AppliedOffsets applied;
    private final OutboxDrain drain;
    private final Set<String> consumed;
    private final List<String> owners;
    private final Duration patience;
    private final Duration reserve;
    private final CoalescedCall<Void> rounds = new CoalescedCall<>(this::round);

    ReadBarrier(Peers peers, AppliedOffsets applied, OutboxDrain drain, TopicNames names, BarrierConfig config) {
        this.peers = peers;
        this.applied = applied;
        this.drain = drain;
        this.consumed = names.consumed().stream().map(names::onBroker).collect(Collectors.toUnmodifiableSet());
        this.owners = config.owners().orElse(List.of());
        this.patience = config.patience();
        this.reserve = Collections.min(List.of(RESERVE_MAX, patience.dividedBy(10)));
    }

    /** Completes when everything acknowledged has been applied. Fails with a 503 that says what lags if that takes too long. */
    public Uni<Void> reached() {
        return CallersContext.returning(rounds.join()
                .ifNoItem()
                .after(patience.plus(LAST_WORD))
                .failWith(() -> new BarrierTimedOut("requests that came earlier are still waiting for theirs")));
    }

    /** {@return true once everything acknowledged has been applied; false, without a failure, when patience ends first} */
    public Uni<Boolean> reachedInTime() {
        return CallersContext.returning(rounds.join()
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.debugf("what is read may be late: %s", failure))
                .onFailure()
                .recoverWithItem(false)
                .ifNoItem()
                .after(patience)
                .recoverWithItem(false));
    }

    /**
     * Answers other services that wait for this one. {@return how far this service's topics are, once it has applied target and
     * published everything recorded by then; fails with {@link BarrierTimedOut} when the deadline passes first}
     */
    public Uni<Positions> publishedBehind(Positions target, Deadline deadline) {
        return applied.reach(target.within(consumed), deadline).chain(() -> drain.drained(deadline));
    }

    /**
     * Completes when what follows elsewhere from this service's own work has come back to its copies. First everything that it
     * has recorded by now is published. Then the owners apply that, and publish in turn. Last the copies apply what the owners
     * have published. It fails with a 503 that says what lags when this takes longer than allowed.
     */
    public Uni<Void> returned(Duration allowed) {
        Deadline deadline = Deadline.in(allowed);
        return CallersContext.returning(drain.drained(deadline).chain(own -> reach(own, deadline)));
    }

    private Uni<Void> round() {
        return reach(Positions.NONE, Deadline.in(patience));
    }

    /** @param begin the positions that the first owner applies before it says how far its own topics are */
    private Uni<Void> reach(Positions begin, Deadline deadline) {
        Uni<Positions> target = Uni.createFrom().item(begin);
        for (String owner : owners) {
            target = target.chain(known -> positions(owner, known, deadline).map(known::and));
        }
        return target.chain(all -> applied.reach(all.within(consumed), deadline));
    }

    private Uni<Positions> positions(String owner, Positions target, Deadline deadline) {
        Duration left = deadline.left();
        if (left.compareTo(reserve.multipliedBy(2)) < 0) {
            return Uni.createFrom().failure(new BarrierTimedOut(owner + "-service could not be asked in time"));
        }
        Map<String, Object> question = Map.of("target", target, "deadline_ms", left.minus(reserve).toMillis());
        return peers.ask(owner, "barrier", question, Positions.class, left)
                .map(answer -> answer.orElseThrow(() -> new BarrierTimedOut(
                        owner + "-service does not say how far it is; is it of the same version?")));
    }
}
