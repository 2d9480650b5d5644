package org.prefstream.kit.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;

import org.prefstream.kit.database.WaitingLine.Waiting;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;

/**
 * Stores requests that come while a commit is on its way together, by the next one. An idle committer stores a request at
 * once, so that one client waits no longer than without groups. Each request is answered after the commit with its own result.
 * No request holds the transaction, so a client that hangs up stops nothing.
 *
 * <p>Whatever can be foreseen about a request is its own {@link Outcome}. If the transaction fails all the same, its requests
 * are stored one by one, so that only the one that is to blame fails. If the database does not answer at all, the connection is
 * dropped, and whether its requests were stored is not known.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {

    private static final int TRIES_MAX = 3;
    private static final long PAUSE_MILLIS = 10;
    private static final int BULK_SHARE = 8;
    /** Whoever would be answered later than this is refused at once, and may be answered in time elsewhere or later. */
    private static final Duration ANSWER_WITHIN = Duration.ofMillis(900);

    /** Stores a group. */
    @FunctionalInterface
    public interface Store<Q, A> {

        /**
         * Sends what stores a group, in a transaction that has begun and that is committed behind what was sent last.
         *
         * @return one outcome for each request, in order; {@link Outcome.Again} never for the first one
         */
        Uni<List<Outcome<A>>> store(Flight flight, List<Q> group);
    }

    private final Context context;
    private final GroupLane<Q, A> lane;
    private final GroupLane<Q, A> bulkLane;
    private final ToLongFunction<Q> bytes;
    private final GroupLimits limits;
    private final Consumer<Boolean> committed;
    private final ExpectedWait expectedWait;
    private final WaitingLine<Q, A> people;
    private final WaitingLine<Q, A> bulk;
    /** It belongs to the context's thread. */
    private final Deque<Waiting<Q, A>> alone = new ArrayDeque<>();

    /**
     * Makes a committer, which works on an event loop of its own.
     *
     * @param connections opens the connections that it has for itself
     * @param bytes about how many bytes of memory a request takes
     * @param limits of a group, and of what waits: more is refused with a 503, and so is a person who would wait too long
     * @param committed is told of each commit, and whether all that was committed came in bulk; it never blocks
     */
    public GroupCommit(Vertx vertx, Connections connections, Store<Q, A> store, ToLongFunction<Q> bytes,
            GroupLimits limits, Consumer<Boolean> committed) {
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.lane = new GroupLane<>(vertx, context, connections, store);
        this.bulkLane = new GroupLane<>(vertx, context, connections, store);
        this.bytes = bytes;
        this.limits = limits;
        this.expectedWait = new ExpectedWait(limits.group(), ANSWER_WITHIN);
        this.people = new WaitingLine<>(limits.waiting(), limits.waitingBytes(), expectedWait::isTooLong);
        this.bulk = new WaitingLine<>(limits.waiting(), limits.waitingBytes(), others -> false);
        this.committed = committed;
    }

    /** {@return the answer to a request that somebody waits for, once it is committed; cancelling it changes nothing} */
    public Uni<A> commit(Q request) {
        return commit(request, people);
    }

    /**
     * {@return the answer to one of many requests of a program, once it is committed; cancelling it changes nothing}
     *
     * <p>Such requests wait in a line of their own, from which a group is filled up behind what people wait for. While nobody waits,
     * two groups of them are stored beside each other: one is decided while the database works on the other.
     */
    public Uni<A> commitInBulk(Q request) {
        return commit(request, bulk);
    }

    private Uni<A> commit(Q request, WaitingLine<Q, A> line) {
        return CallersContext.returning(Uni.createFrom().emitter(client -> {
            Waiting<Q, A> entered = line.enter(request, bytes.applyAsLong(request), client);
            if (entered == null) {
                client.fail(overloaded("More requests wait here than can be stored within their time."));
                return;
            }
            context.runOnContext(ignored -> {
                line.addLast(entered);
                next();
            });
        }));
    }

    /** The second lane is for programs alone, and for whole groups: two small ones cost more than one. */
    private void next() {
        if (lane.isFree() && !(alone.isEmpty() && people.isEmpty() && bulk.isEmpty())) {
            store(lane, take());
        }
        if (bulkLane.isFree() && alone.isEmpty() && people.isEmpty() && bulk.size() >= limits.group()) {
            List<Waiting<Q, A>> group = new ArrayList<>();
            take(group, bulk, limits.group(), limits.groupBytes());
            store(bulkLane, group);
        }
    }

    private void store(GroupLane<Q, A> on, List<Waiting<Q, A>> group) {
        long begin = System.nanoTime();
        on.store(group.stream().map(one -> one.request).toList()).onTermination().invoke(() -> {
            if (on == lane) {
                expectedWait.stored(System.nanoTime() - begin);
            }
        }).subscribe().with(outcomes -> settle(group, outcomes), failure -> failed(on, group, failure));
    }

    /** People come first. An eighth of a group is kept for the others, so that they do not wait for ever. */
    private List<Waiting<Q, A>> take() {
        List<Waiting<Q, A>> group = new ArrayList<>();
        if (!alone.isEmpty()) {
            group.add(alone.remove());
            return group;
        }
        int kept = Math.min(bulk.size(), limits.group() / BULK_SHARE);
        long left = take(group, people, limits.group() - kept, limits.groupBytes());
        take(group, bulk, limits.group(), left);
        return group;
    }

    /** Fills a group up from a line. {@return how many bytes may still come into it} */
    private long take(List<Waiting<Q, A>> group, WaitingLine<Q, A> line, int max, long bytesLeft) {
        long left = bytesLeft;
        Waiting<Q, A> first = line.first();
        while (first != null && group.size() < max && (group.isEmpty() || first.bytes <= left)) {
            group.add(line.take());
            left -= first.bytes;
            first = line.first();
        }
        return left;
    }

    private void settle(List<Waiting<Q, A>> group, List<Outcome<A>> outcomes) {
        committed.accept(group.stream().allMatch(one -> one.line == bulk));
        Deque<Waiting<Q, A>> again = new ArrayDeque<>();
        List<Waiting<Q, A>> held = new ArrayList<>();
        for (int i = 0; i < group.size(); i++) {
            Waiting<Q, A> one = group.get(i);
            Outcome<A> outcome = outcomes.get(i);
            if (outcome instanceof Outcome.Done<A> done) {
                one.leave(() -> one.client.complete(done.answer()));
            } else if (outcome instanceof Outcome.Refused<A> refused) {
                one.leave(() -> one.client.fail(refused.failure()));
            } else if (outcome instanceof Outcome.Again<A>) {
                again.push(one);
            } else if (System.nanoTime() - one.since > limits.patience().toNanos()) {
                one.leave(() -> one.client.fail(overloaded("Somebody else changes the same thing all the while.")));
            } else {
                held.add(one);
            }
        }
        again.forEach(one -> one.line.addFirst(one));
        if (!held.isEmpty()) {
            context.owner().setTimer(PAUSE_MILLIS, timer -> {
                held.forEach(one -> one.line.addLast(one));
                next();
            });
        }
        next();
    }

    private static ProblemException overloaded(String why) {
        return new ProblemException(ProblemType.OVERLOADED, why + " Send this request again in a moment.");
    }

    /** Stores the members of a group one by one, as long as the database answers. */
    private void failed(GroupLane<Q, A> on, List<Waiting<Q, A>> group, Throwable failure) {
        if (on.isOpen() && (group.size() > 1 || isWorthAnotherTry(group.get(0), failure))) {
            alone.addAll(group);
        } else {
            group.forEach(one -> one.leave(() -> one.client.fail(failure)));
        }
        next();
    }

    private static boolean isWorthAnotherTry(Waiting<?, ?> one, Throwable failure) {
        one.tries++;
        return (DatabaseErrors.isLostRace(failure) || DatabaseErrors.isTaken(failure)) && one.tries < TRIES_MAX;
    }
}
