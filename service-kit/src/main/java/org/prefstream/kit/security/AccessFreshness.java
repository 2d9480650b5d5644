package org.prefstream.kit.security;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.BarrierTimedOut;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.Peers;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Knows for how long this service's copy of access has held everything that task-service acknowledged. It asks once a second
 * how far the topic is, and compares that with what was applied; so no request waits for it. A copy in doubt is not fresh: it may
 * hold people who are gone.
 */
@ApplicationScoped
class AccessFreshness {

    private static final Logger LOG = Logger.getLogger(AccessFreshness.class);
    private static final String QUESTION = "published/access";
    private static final Duration APPLYING = Duration.ofSeconds(1);
    /** A look that never ends must not keep the next ones from beginning. */
    private static final Duration LOOK_MAX = Duration.ofSeconds(4);

    private final Peers peers;
    private final AppliedOffsets applied;
    private final String topic;
    private final boolean isOwner;
    private final AccessConfig config;
    private final FailureLog outage = new FailureLog(LOG, "it is not known whether the copy of access is fresh");
    private final long made = System.nanoTime();
    /** The time on the monotonic clock of the last question after which the copy held all; null before the first one. */
    private volatile @Nullable Long proven;

    AccessFreshness(Peers peers, AppliedOffsets applied, TopicNames names, AccessConfig config) {
        this.peers = peers;
        this.applied = applied;
        this.topic = names.onBroker(Topic.ACCESS);
        this.isOwner = names.owned().contains(Topic.ACCESS);
        this.config = config;
    }

    /** {@return whether the copy may be read without asking task-service} */
    boolean isFresh() {
        return isYoungerThan(config.freshFor());
    }

    /** {@return whether the copy may be read although task-service does not answer} */
    boolean isTrusted() {
        return isYoungerThan(config.trustedFor());
    }

    private boolean isYoungerThan(Duration age) {
        Long moment = proven;
        return moment != null && System.nanoTime() - moment < age.toNanos();
    }

    /** What was acknowledged before the question was sent is in the copy once the answer's positions are applied. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> look() {
        if (isOwner) {
            return Uni.createFrom().voidItem();
        }
        long asked = System.nanoTime();
        return Uni.createFrom()
                .deferred(() -> peers.ask("task", QUESTION, Map.of(), Positions.class, Peers.TIMEOUT))
                .chain(this::reach)
                .ifNoItem()
                .after(LOOK_MAX)
                .failWith(() -> new BarrierTimedOut("this service does not see how far its copy of access is"))
                .invoke(() -> prove(asked))
                .onFailure()
                .invoke(this::missed)
                .onFailure()
                .recoverWithNull();
    }

    private Uni<Void> reach(Optional<Positions> published) {
        Positions target = published
                .orElseThrow(() -> new BarrierTimedOut("task-service does not say how far access is"))
                .within(Set.of(topic));
        return applied.reachedBy(target, Set.of(topic), Deadline.in(APPLYING)).invoke(reached -> {
            if (!reached) {
                throw new BarrierTimedOut("not yet applied, or in doubt, is " + topic);
            }
        }).replaceWithVoid();
    }

    private void prove(long asked) {
        proven = asked;
        outage.over();
    }

    /** At a start the services wait for each other, which is nothing to report. */
    private void missed(Throwable failure) {
        if (!isFresh() && System.nanoTime() - made > config.freshFor().toNanos()) {
            outage.failed(failure);
        }
    }
}
