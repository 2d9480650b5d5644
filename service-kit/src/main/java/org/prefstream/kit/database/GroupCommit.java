package org.prefstream.kit.database;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.jboss.logging.Logger;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.impl.VertxInternal;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;

/**
 * Stores requests that come while a commit is on its way together, by the next one. An idle committer stores a request at
 * once, so that one client waits no longer than without groups. Each request is answered after the commit with its own result.
 * No request holds the transaction, so a client that hangs up stops nothing.
 *
 * <p>Whatever can be foreseen about a request is its own {@link Outcome}. If the transaction fails all the same, its requests
 * are stored one by one, so that only the one that is to blame fails.
 *
 * @param <Q> a request
 * @param <A> its answer
 */
public final class GroupCommit<Q, A> {

    private static final Logger LOG = Logger.getLogger(GroupCommit.class);
    private static final int TRIES_MAX = 3;
    private static final long PAUSE_MILLIS = 10;
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

    /** A request that waits to be stored, and who waits for its answer. */
    private static final class Waiting<Q, A> {

        private final Q request;
        private final UniEmitter<? super A> client;
        private final long since = System.nanoTime();
        private int tries;

        Waiting(Q request, UniEmitter<? super A> client) {
            this.request = request;
            this.client = client;
        }
    }

    private final Context context;
    private final GroupConnection connection;
    private final Store<Q, A> store;
    private final int groupMax;
    private final int waitingMax;
    private final Duration patience;
    private final Runnable committed;
    private final AtomicInteger places = new AtomicInteger();
    private final ExpectedWait expectedWait;
    // These three belong to the context's thread.
    private final Deque<Waiting<Q, A>> waiting = new ArrayDeque<>();
    private final Deque<Waiting<Q, A>> alone = new ArrayDeque<>();
    private boolean storing;
    private long storingSince;

    /**
     * Makes a committer, which works on an event loop of its own.
     *
     * @param groupMax the most requests that are stored together
     * @param waitingMax the most requests that may wait; more are refused with a 503, and so is whoever would wait too long
     * @param patience how long a request waits for what another transaction holds, before it is refused with a 503
     * @param committed is run after each commit; it never blocks
     */
    public GroupCommit(Vertx vertx, Pool pool, Store<Q, A> store, int groupMax, int waitingMax, Duration patience,
            Runnable committed) {
        this.context = ((VertxInternal) vertx).createEventLoopContext();
        this.connection = new GroupConnection(pool);
        this.store = store;
        this.groupMax = groupMax;
        this.waitingMax = waitingMax;
        this.patience = patience;
        this.committed = committed;
        this.expectedWait = new ExpectedWait(groupMax, ANSWER_WITHIN);
    }

    /** {@return the answer to the request, once it is committed; cancelling it changes nothing} */
    public Uni<A> commit(Q request) {
        return CallersContext.returning(Uni.createFrom().emitter(client -> {
            int place = places.incrementAndGet();
            if (place > waitingMax || expectedWait.isTooLong(place - 1)) {
                places.decrementAndGet();
                client.fail(overloaded("More requests wait here than can be stored within their time."));
                return;
            }
            context.runOnContext(ignored -> {
                waiting.add(new Waiting<>(request, client));
                next();
            });
        }));
    }

    private void next() {
        if (storing || (alone.isEmpty() && waiting.isEmpty())) {
            return;
        }
        storing = true;
        storingSince = System.nanoTime();
        List<Waiting<Q, A>> group = take();
        Uni.createFrom()
                .deferred(connection::get)
                .chain(open -> transaction(open, group))
                .subscribe()
                .with(outcomes -> settle(group, outcomes), failure -> failed(group, failure));
    }

    private List<Waiting<Q, A>> take() {
        List<Waiting<Q, A>> group = new ArrayList<>();
        if (!alone.isEmpty()) {
            group.add(alone.remove());
            return group;
        }
        while (group.size() < groupMax && !waiting.isEmpty()) {
            group.add(waiting.remove());
        }
        return group;
    }

    private Uni<List<Outcome<A>>> transaction(SqlConnection open, List<Waiting<Q, A>> group) {
        Flight flight = new Flight(open);
        flight.command("begin");
        return Uni.createFrom()
                .deferred(() -> store.store(flight, group.stream().map(one -> one.request).toList()))
                .invoke(outcomes -> requireOneEach(group, outcomes))
                .call(() -> {
                    flight.command("commit");
                    return flight.landed();
                })
                .onFailure()
                .call(() -> rollback(open, flight));
    }

    private static void requireOneEach(List<?> group, List<?> outcomes) {
        if (outcomes.size() != group.size()) {
            throw new IllegalStateException("%d outcomes for %d requests".formatted(outcomes.size(), group.size()));
        }
    }

    /** Leaves the connection without a transaction, or drops it. */
    private Uni<Void> rollback(SqlConnection open, Flight flight) {
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
                leave(() -> one.client.complete(done.answer()));
            } else if (outcome instanceof Outcome.Refused<A> refused) {
                leave(() -> one.client.fail(refused.failure()));
            } else if (outcome instanceof Outcome.Again<A>) {
                again.push(one);
            } else if (System.nanoTime() - one.since > patience.toNanos()) {
                leave(() -> one.client.fail(overloaded("Somebody else changes the same thing all the while.")));
            } else {
                held.add(one);
            }
        }
        again.forEach(waiting::addFirst);
        if (!held.isEmpty()) {
            context.owner().setTimer(PAUSE_MILLIS, timer -> {
                waiting.addAll(held);
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
            group.forEach(one -> leave(() -> one.client.fail(failure)));
        }
        goOn();
    }

    private static boolean isWorthAnotherTry(Waiting<?, ?> one, Throwable failure) {
        one.tries++;
        return (DatabaseErrors.isLostRace(failure) || DatabaseErrors.isTaken(failure)) && one.tries < TRIES_MAX;
    }

    /** Whatever a client does with its answer, the next group must be stored. */
    private void leave(Runnable answer) {
        places.decrementAndGet();
        try {
            answer.run();
        } catch (RuntimeException e) {
            LOG.error("an answer could not be delivered", e);
        }
    }

    private void goOn() {
        storing = false;
        expectedWait.stored(System.nanoTime() - storingSince);
        next();
    }
}
