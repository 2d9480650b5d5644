package org.prefstream.kit.projection;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;

/**
 * Lets concurrent callers share rounds of work. A round sees only what was acknowledged before it began. So callers who come
 * while a round runs wait for the next one together.
 */
public final class CoalescedCall<T> {

    private final Supplier<Uni<T>> round;
    private @Nullable Uni<T> running;
    private @Nullable Uni<T> next;

    /** @param round makes one round, which is subscribed once for all who share it */
    public CoalescedCall(Supplier<Uni<T>> round) {
        this.round = round;
    }

    /** {@return the outcome of a round that begins after this call} */
    public synchronized Uni<T> join() {
        Uni<T> present = running;
        if (present == null) {
            Uni<T> started = Uni.createFrom()
                    .deferred(round::get)
                    .onTermination()
                    .invoke(this::ended)
                    .memoize()
                    .indefinitely();
            running = started;
            return started;
        }
        Uni<T> waiting = next;
        if (waiting == null) {
            waiting = present.onItemOrFailure().transformToUni((item, failure) -> promoted()).memoize().indefinitely();
            next = waiting;
        }
        return waiting;
    }

    private synchronized Uni<T> promoted() {
        next = null;
        return join();
    }

    private synchronized void ended() {
        running = null;
    }
}
