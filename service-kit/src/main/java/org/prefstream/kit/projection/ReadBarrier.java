package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Lets a reader wait until this service's copies hold everything in its scope that was acknowledged to anybody before. The owners
 * say in turn how far the scope's projects must be read. Each owner first applies what the owners before it have named, because
 * its own work can follow from that. Readers of the same scope who come while a round runs share the next one.
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
    private static final Duration BETWEEN_READINGS = Duration.ofMillis(100);
    private static final int SCOPES_MAX = 10_000;

    private final Peers peers;
    private final AppliedOffsets applied;
    private final OutboxDrain drain;
    private final TopicNames names;
    private final Set<String> consumed;
    private final List<String> owners;
    private final Duration patience;
    private final Duration reserve;
    /** A scope that is put out while a round runs loses nothing: who comes then begins a round of their own. */
    private final Cache<Scope, CoalescedCall<Void>> rounds = Caffeine.newBuilder().maximumSize(SCOPES_MAX).build();
    private final Cache<Scope, CoalescedCall<Void>> returns = Caffeine.newBuilder().maximumSize(SCOPES_MAX).build();

    ReadBarrier(Peers peers, AppliedOffsets applied, OutboxDrain drain, TopicNames names, BarrierConfig config) {
        this.peers = peers;
        this.applied = applied;
        this.drain = drain;
        this.names = names;
        this.consumed = names.consumed().stream().map(names::onBroker).collect(Collectors.toUnmodifiableSet());
        this.owners = config.owners().orElse(List.of());
        this.patience = config.patience();
        this.reserve = Collections.min(List.of(RESERVE_MAX, patience.dividedBy(10)));
    }

    /**
     * Completes when everything in the scope that others have acknowledged has been applied. Fails with a 503 that says what lags
     * if that takes longer than the patience of this service.
     */
    public Uni<Void> reached(Scope scope) {
        return shared(rounds, scope, () -> reach(scope, Positions.NONE, Deadline.in(patience)));
    }

    /**
     * Reads while it waits, for readers to whom a part is enough. {@return the first reading that suffices, and otherwise the one
     * that was made when everything in the scope had been applied; fails as {@link #reached} does}
     *
     * @param read is told whether everything in the scope has been applied
     */
    public <T> Uni<T> reachedOr(Scope scope, Function<Boolean, Uni<T>> read, Predicate<T> suffices) {
        return CallersContext.returning(Uni.createFrom().deferred(() -> {
            CompletableFuture<Void> all = reached(scope).subscribeAsCompletionStage();
            return Multi.createBy()
                    .repeating()
                    .uni(() -> readAfter(all, read))
                    .whilst(reading -> !reading.isComplete() && !suffices.test(reading.found()))
                    .collect()
                    .last()
                    .map(Reading::found);
        }));
    }

    /** What was read, and whether everything had been applied before that. */
    private record Reading<T>(T found, boolean isComplete) {
    }

    /** The copy of the future is what is given up here; the round goes on. */
    private static <T> Uni<Reading<T>> readAfter(CompletableFuture<Void> all, Function<Boolean, Uni<T>> read) {
        return Uni.createFrom()
                .completionStage(all::copy)
                .ifNoItem()
                .after(BETWEEN_READINGS)
                .recoverWithUni(Uni.createFrom().voidItem())
                .map(waited -> all.isDone())
                .chain(complete -> read.apply(complete).map(found -> new Reading<>(found, complete)));
    }

    /**
     * Completes when, beyond that, what follows elsewhere from this service's own work has come back to its copies. First
     * everything in the scope that it has recorded by now is published. Then the owners apply that, and publish in turn. Last the
     * copies apply what the owners have published. Fails with a 503 that says what lags if that takes longer than the patience.
     */
    public Uni<Void> returned(Scope scope) {
        return shared(returns, scope, () -> returning(scope, Deadline.in(patience)));
    }

    /** The same, in the time allowed. */
    public Uni<Void> returned(Scope scope, Duration allowed) {
        return CallersContext.returning(returning(scope, Deadline.in(allowed)));
    }

    /**
     * Completes when the owners that this service waits for have applied what it has recorded in the scope, and without a failure
     * when the time allowed ends first, because what was recorded is recorded all the same.
     */
    public Uni<Void> appliedElsewhere(Scope scope, Duration allowed) {
        Deadline deadline = Deadline.in(allowed);
        return CallersContext.returning(drain.drained(scope, deadline)
                .chain(own -> asked(scope, own, deadline))
                .onFailure()
                .invoke(failure -> LOG.debugf("others do not know yet what was changed: %s", failure))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid());
    }

    /**
     * Answers other services that wait for this one. {@return how far this service's topics are in the scope, once it has applied
     * target and published everything in the scope that was recorded by then; fails with {@link BarrierTimedOut} when the
     * deadline passes first}
     */
    public Uni<Positions> publishedBehind(Scope scope, Positions target, Deadline deadline) {
        return applied.reach(target.within(consumed), copied(scope), deadline)
                .chain(() -> drain.drained(scope, deadline));
    }

    private Uni<Void> shared(Cache<Scope, CoalescedCall<Void>> calls, Scope scope, Supplier<Uni<Void>> round) {
        return CallersContext.returning(calls.get(scope, key -> new CoalescedCall<>(round))
                .join()
                .ifNoItem()
                .after(patience.plus(LAST_WORD))
                .failWith(() -> new BarrierTimedOut("requests that came earlier are still waiting for theirs")));
    }

    private Uni<Void> returning(Scope scope, Deadline deadline) {
        return drain.drained(scope, deadline).chain(own -> reach(scope, own, deadline));
    }

    /** @param begin the positions that the first owner applies before it says how far its own topics are */
    private Uni<Void> reach(Scope scope, Positions begin, Deadline deadline) {
        return asked(scope, begin, deadline).chain(all -> applied.reach(all.within(consumed), copied(scope), deadline));
    }

    /**
     * {@return the broker's names of the topics in a scope that this service copies. A copy in doubt may hold what nobody waits for by a
     * position, such as a project that was deleted}
     */
    private Set<String> copied(Scope scope) {
        return scope.topics()
                .stream()
                .map(names::onBroker)
                .filter(consumed::contains)
                .collect(Collectors.toUnmodifiableSet());
    }

    private Uni<Positions> asked(Scope scope, Positions begin, Deadline deadline) {
        Uni<Positions> target = Uni.createFrom().item(begin);
        for (String owner : owners) {
            target = target.chain(known -> positions(owner, scope, known, deadline).map(known::and));
        }
        return target;
    }

    private Uni<Positions> positions(String owner, Scope scope, Positions target, Deadline deadline) {
        Duration left = deadline.left();
        if (left.compareTo(reserve.multipliedBy(2)) < 0) {
            return Uni.createFrom().failure(new BarrierTimedOut(owner + "-service could not be asked in time"));
        }
        Map<String, Object> question = Map.of("projects", scope.projects(), "topics", scope.topicNames(), "target",
                target, "deadline_ms", left.minus(reserve).toMillis());
        return peers.ask(owner, "barrier", question, Positions.class, left)
                .map(answer -> answer.orElseThrow(() -> new BarrierTimedOut(
                        owner + "-service does not say how far it is; is it of the same version?")));
    }
}
