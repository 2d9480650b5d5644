package org.prefstream.kit.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.ToLongFunction;

import org.prefstream.kit.database.WaitingLine.Waiting;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.SqlConnection;

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
    private final GroupConnection connection;
    private final Store<Q, A> store;
    private final ToLongFunction<Q> bytes;
    private final GroupLimits limits;
    private final Runnable committed;
    private final ExpectedWait expectedWait;
    private final WaitingLine<Q, A> people;
    private final WaitingLine<Q, A> bulk;
    // These three belong to the context's thread.
    private final Deque<Waiting<Q, A>> alone = new ArrayDeque<>();
    private boolean storing;
    private long storingSince;

    /**
     * Makes a committer, which works on an event loop of its own.
     *
     * @param connections opens the connection that it has for itself
     * @param bytes about how many bytes of memory a request takes
     * @param limits of a group, and of what waits: more is refused with a 503, and so is a person who would wait too long
     * @param committed is run after each commit; it never blocks
     */
    public GroupCommit(Vertx vertx, Connections connections, Store<Q, A> store, ToLongFunction<Q> bytes,
            GroupLimits limits, Runnable committed) {
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.connection = new GroupConnection(vertx, connections);
        this.store = store;
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
     * <p>Such requests wait in a line of their own, from which a group is filled up behind what people wait for.
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

    private void next() {
        if (storing || (alone.isEmpty() && people.isEmpty() && bulk.isEmpty())) {
            return;
        }
        storing = true;
        storingSince = System.nanoTime();
        List<Waiting<Q, A>> group = take();
        Uni.createFrom()
                .deferred(connection::get)
                .chain(open -> transaction(open, group))
                .ifNoItem()
                .after(connection.answerTimeout())
                .fail()
                .onFailure(TimeoutException.class)
                .recoverWithUni(silence -> afterSilence(silence))
                .subscribe()
                .with(outcomes -> settle(group, outcomes), failure -> failed(group, failure));
    }

    /** The node may be gone without a word. A time-out comes on another thread. */
    private Uni<List<Outcome<A>>> afterSilence(Throwable silence) {
        return Uni.createFrom().emitter(emitter -> context.runOnContext(ignored -> {
            connection.drop();
            emitter.fail(silence);
        }));
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

    private Uni<List<Outcome<A>>> transaction(SqlConnection open, List<Waiting<Q, A>> group) {
        Flight flight = new Flight(open);
        flight.command(connection.beginning());
        return Uni.createFrom()
                .deferred(() -> store.store(flight, group.stream().map(one -> one.request).toList()))
                .invoke(outcomes -> requireOneEach(group, outcomes))
                .call(() -> {
                    flight.command("commit");
                    return flight.landed();
                })
                .onFailure()
                .call(failure -> rollback(open, flight, failure));
    }

    private static void requireOneEach(List<?> group, List<?> outcomes) {
        if (outcomes.size() != group.size()) {
            throw new IllegalStateException("%d outcomes for %d requests".formatted(outcomes.size(), group.size()));
        }
    }

    /** Leaves the connection without a transaction, or drops it. A node that no longer takes writes is no node for judgements. */
    private Uni<Void> rollback(SqlConnection open, Flight flight, Throwable failure) {
        if (DatabaseErrors.isReadOnly(failure)) {
            connection.drop(open);
            return Uni.createFrom().voidItem();
        }
        return flight.landed().onFailure().recoverWithNull().chain(() -> {
            flight.command("rollback");
            return flight.landed();
        }).onFailure().invoke(() -> connection.drop(open)).onFailure().recoverWithNull();
    }

    private void settle(List<Waiting<Q, A>> group, List<Outcome<A>> outcomes) {
        committed.run();
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
        goOn();
    }

    private static ProblemException overloaded(String why) {
        return new ProblemException(ProblemType.OVERLOADED, why + " Send this request again in a moment.");
    }

    /** Stores the members of a group one by one, as long as the database answers. */
    private void failed(List<Waiting<Q, A>> group, Throwable failure) {
        if (connection.isOpen() && (group.size() > 1 || isWorthAnotherTry(group.get(0), failure))) {
            alone.addAll(group);
        } else {
            group.forEach(one -> one.leave(() -> one.client.fail(failure)));
        }
        goOn();
    }

    private static boolean isWorthAnotherTry(Waiting<?, ?> one, Throwable failure) {
        one.tries++;
        return (DatabaseErrors.isLostRace(failure) || DatabaseErrors.isTaken(failure)) && one.tries < TRIES_MAX;
    }

    private void goOn() {
        storing = false;
        expectedWait.stored(System.nanoTime() - storingSince);
        next();
    }
}
