package org.prefstream.kit.database;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.IntPredicate;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * Requests that wait for a committer, bounded in number and in bytes. A request has its place from when it is let in until it
 * is answered. Any thread may let one in; everything else belongs to the committer's thread.
 */
final class WaitingLine<Q, A> {

    private static final Logger LOG = Logger.getLogger(WaitingLine.class);

    /** A request that waits to be stored, and who waits for its answer. */
    static final class Waiting<Q, A> {

        final Q request;
        final long bytes;
        final UniEmitter<? super A> client;
        final WaitingLine<Q, A> line;
        final long since = System.nanoTime();
        int tries;

        private Waiting(Q request, long bytes, UniEmitter<? super A> client, WaitingLine<Q, A> line) {
            this.request = request;
            this.bytes = bytes;
            this.client = client;
            this.line = line;
        }

        /** Gives the place up. Whatever a client does with its answer, the next group must be stored. */
        void leave(Runnable answer) {
            line.leave(bytes);
            try {
                answer.run();
            } catch (RuntimeException e) {
                LOG.error("an answer could not be delivered", e);
            }
        }
    }

    private final int max;
    private final long bytesMax;
    private final IntPredicate isTooLong;
    private final Deque<Waiting<Q, A>> requests = new ArrayDeque<>();
    private int places;
    private long bytes;

    /** @param isTooLong tells whether a request would wait too long behind that many others; nobody else is let in then */
    WaitingLine(int max, long bytesMax, IntPredicate isTooLong) {
        this.max = max;
        this.bytesMax = bytesMax;
        this.isTooLong = isTooLong;
    }

    /** {@return the request with a place in this line; null where there is none left. A line that is empty takes any one request} */
    synchronized @Nullable Waiting<Q, A> enter(Q request, long size, UniEmitter<? super A> client) {
        if (places >= max || isTooLong.test(places) || (places > 0 && bytes + size > bytesMax)) {
            return null;
        }
        places++;
        bytes += size;
        return new Waiting<>(request, size, client, this);
    }

    private synchronized void leave(long size) {
        places--;
        bytes -= size;
    }

    void addLast(Waiting<Q, A> one) {
        requests.addLast(one);
    }

    void addFirst(Waiting<Q, A> one) {
        requests.addFirst(one);
    }

    /** {@return the first one, which stays; null where there is none} */
    @Nullable
    Waiting<Q, A> first() {
        return requests.peekFirst();
    }

    /** Takes the first one out. */
    Waiting<Q, A> take() {
        return requests.removeFirst();
    }

    int size() {
        return requests.size();
    }

    boolean isEmpty() {
        return requests.isEmpty();
    }
}
