package org.prefstream.task.imports;

import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.BulkWrites;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/**
 * Bounds how many imports there are: a few are stored at a time, some more are received or wait for their turn, and the rest is
 * refused before its body is read. So imports take only so many threads, so much of the disk, and the connections that are theirs.
 */
@ApplicationScoped
class ImportPlaces {

    private final Semaphore places;
    private final Semaphore turns;
    private final BulkWrites bulkWrites;

    ImportPlaces(ImportConfig config, BulkWrites bulkWrites) {
        this.bulkWrites = bulkWrites;
        this.places = new Semaphore(config.atOnce() + config.waiting());
        this.turns = new Semaphore(config.atOnce(), true);
    }

    /** {@return a place for one more import; refuses with a 503 where all are taken} */
    Place enter() {
        if (!places.tryAcquire()) {
            throw new ProblemException(ProblemType.BUSY,
                    "As many imports are being taken as can be at a time. Nothing was stored: send it again in a moment.");
        }
        return new Place();
    }

    /** The place of one import, from before its body is read until it has its answer. It is left once. */
    final class Place implements AutoCloseable {

        private final AtomicReference<State> state = new AtomicReference<>(State.RECEIVING);

        private enum State {
            RECEIVING,
            HELD,
            LEFT
        }

        private Place() {
        }

        /** Takes the place over from the request, which may end earlier than the import. {@return this, to be closed} */
        Place hold() {
            if (!state.compareAndSet(State.RECEIVING, State.HELD)) {
                throw new ProblemException(ProblemType.BUSY,
                        "The connection was closed before the import began. Nothing was stored.");
            }
            return this;
        }

        /** Runs work, of which only so many are done at a time, in the order in which they came; blocks. */
        <T> T inTurn(Supplier<T> work) {
            turns.acquireUninterruptibly();
            try {
                return bulkWrites.during(work);
            } finally {
                turns.release();
            }
        }

        /** Says that the request has ended: nobody will hold the place any more, if nobody does yet. */
        void requestEnded() {
            leave(State.RECEIVING);
        }

        @Override
        public void close() {
            leave(State.HELD);
        }

        private void leave(State from) {
            if (state.compareAndSet(from, State.LEFT)) {
                places.release();
            }
        }
    }
}
