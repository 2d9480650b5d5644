package org.prefstream.task.imports;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How far an import is. It may be cancelled until it begins to commit, and then stores nothing. For several threads.
 */
final class ImportProgress {

    private static final double NANOS_PER_SECOND = 1e9;

    private final UUID id;
    private final AtomicLong bytesRead = new AtomicLong();
    private final AtomicLong rowsRead = new AtomicLong();
    private State state = State.RECEIVING;
    private long begun;
    private long ended;
    private long bytesTotal;
    private long stored;
    private long refused;
    private long duplicates;

    ImportProgress(UUID id) {
        this.id = id;
    }

    /** Where an import stands. */
    enum State {

        /** Its body is on its way. */
        RECEIVING,
        /** It waits for its turn. */
        WAITING,
        /** Its rows are read and stored; nobody else sees them yet. */
        STORING,
        /** It can no longer be cancelled. */
        COMMITTING,
        STORED,
        REFUSED,
        CANCELLED;

        boolean isEnd() {
            return this == STORED || this == REFUSED || this == CANCELLED;
        }
    }

    /**
     * How far an import is, in numbers.
     *
     * @param rowsStored rows that are stored, or will be if it is not refused; 0 if it came to nothing
     * @param rowsRefused rows that are left out because they cannot be imported
     * @param duplicatesSkipped rows that are left out because they are in the project already
     * @param bytesTotal of all files; 0 while they are being received
     * @param seconds since their rows began to be read
     */
    record View(
            @JsonProperty("id") UUID id,
            @JsonProperty("state") String state,
            @JsonProperty("rows_read") long rowsRead,
            @JsonProperty("rows_stored") long rowsStored,
            @JsonProperty("rows_refused") long rowsRefused,
            @JsonProperty("duplicates_skipped") long duplicatesSkipped,
            @JsonProperty("bytes_read") long bytesRead,
            @JsonProperty("bytes_total") long bytesTotal,
            @JsonProperty("seconds") double seconds) {
    }

    UUID id() {
        return id;
    }

    /**
     * Says that all has been received.
     *
     * @param bytes of all files
     */
    synchronized void waiting(long bytes) {
        refuseIfCancelled();
        if (state == State.RECEIVING) {
            state = State.WAITING;
            bytesTotal = bytes;
        }
    }

    /** Says that rows are read from now on, from the first one; refuses if it was cancelled. */
    synchronized void begin() {
        refuseIfCancelled();
        state = State.STORING;
        begun = System.nanoTime();
        stored = 0;
        refused = 0;
        duplicates = 0;
        bytesRead.set(0);
        rowsRead.set(0);
    }

    /** Refuses to go on if it was cancelled. */
    synchronized void refuseIfCancelled() {
        if (state == State.CANCELLED) {
            throw new ProblemException(ProblemType.CANCELLED, "The import was cancelled. Nothing of it is stored.");
        }
    }

    /** Says how many rows have been read. */
    void read(long rows) {
        rowsRead.set(rows);
    }

    synchronized void stored(long rows, long rowsRefused, long rowsSkipped) {
        stored += rows;
        refused += rowsRefused;
        duplicates += rowsSkipped;
    }

    /** Says that it cannot be cancelled from now on; refuses if it was. */
    synchronized void committing() {
        refuseIfCancelled();
        state = State.COMMITTING;
    }

    /** Says how it ended, unless it has ended before. */
    synchronized void end(State how) {
        if (!state.isEnd()) {
            state = how;
            ended = System.nanoTime();
            notifyAll();
        }
    }

    /** Says that nothing more comes: what was not received by now never will be. */
    synchronized void requestEnded() {
        if (state == State.RECEIVING) {
            end(State.REFUSED);
        }
    }

    synchronized boolean isEnded() {
        return state.isEnd();
    }

    /** {@return whether the same import, sent again, is this one: it goes on, or is stored} */
    synchronized boolean isAlive() {
        return !state.isEnd() || state == State.STORED;
    }

    /** Cancels it if that is still possible, and otherwise waits for its end, so long at most. {@return how it stands then} */
    synchronized View cancel(Duration patience) {
        if (state != State.COMMITTING) {
            end(State.CANCELLED);
        }
        long until = System.nanoTime() + patience.toNanos();
        try {
            for (long left = until - System.nanoTime(); !state.isEnd() && left > 0; left = until - System.nanoTime()) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return view();
    }

    synchronized View view() {
        boolean isNothing = state == State.REFUSED || state == State.CANCELLED;
        long until = state.isEnd() ? ended : System.nanoTime();
        return new View(id, state.name().toLowerCase(Locale.ROOT), rowsRead.get(), isNothing ? 0 : stored, refused,
                duplicates, bytesRead.get(), bytesTotal, begun == 0 ? 0 : (until - begun) / NANOS_PER_SECOND);
    }

    /** {@return the same bytes, counted as they are read} */
    InputStream counted(InputStream bytes) {
        return new FilterInputStream(bytes) {

            @Override
            public int read() throws IOException {
                int one = super.read();
                bytesRead.addAndGet(one < 0 ? 0 : 1);
                return one;
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                int count = super.read(buffer, offset, length);
                bytesRead.addAndGet(Math.max(0, count));
                return count;
            }
        };
    }
}
