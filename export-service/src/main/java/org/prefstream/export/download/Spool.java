package org.prefstream.export.download;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.UniEmitter;

/**
 * What is written of a file and not yet sent, in order. A few chunks are in memory, where a client that keeps up finds them. The
 * others are on disk. If there is no room on disk either, the writer waits for the client.
 */
final class Spool implements Closeable {

    /** Stands behind the last chunk. */
    static final byte[] END = {};

    private static final Logger LOG = Logger.getLogger(Spool.class);
    private static final int IN_MEMORY_MOST = 8;

    private final SpoolFile file;
    private final Queue<Chunk> chunks = new ArrayDeque<>();
    private @Nullable UniEmitter<? super Chunk> reader;
    private int inMemory;
    private boolean isDiskUsable = true;
    private boolean isBegun;
    private boolean isClosed;

    Spool(SpoolFile file) {
        this.file = file;
    }

    private sealed interface Chunk {

        final class InMemory implements Chunk {

            private final byte[] bytes;

            InMemory(byte[] bytes) {
                this.bytes = bytes;
            }
        }

        record OnDisk(int slot, int length) implements Chunk {
        }

        record Failed(Throwable failure) implements Chunk {
        }
    }

    /**
     * Takes the next chunk, and blocks where there is no room for it.
     *
     * @param chunk at most {@link SpoolFile#SLOT_BYTES}, which the caller no longer changes
     * @throws IOException if nobody reads any more
     */
    void put(byte[] chunk) throws IOException {
        boolean isPut = false;
        while (!isPut) {
            OptionalInt slot = room();
            if (slot.isEmpty()) {
                add(new Chunk.InMemory(chunk));
                isPut = true;
            } else {
                isPut = store(slot.getAsInt(), chunk);
            }
        }
    }

    /** {@return the slot to write to; empty if there is room in memory} */
    private synchronized OptionalInt room() throws IOException {
        isBegun = true;
        try {
            while (!isClosed) {
                if (inMemory < IN_MEMORY_MOST) {
                    inMemory++;
                    return OptionalInt.empty();
                }
                OptionalInt slot = isDiskUsable ? file.reserve() : OptionalInt.empty();
                if (slot.isPresent()) {
                    return slot;
                }
                wait();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while waiting for a client to read");
        }
        throw new IOException("nobody reads any more");
    }

    /** {@return whether the chunk is on disk. A disk that is full or broken makes this writer wait, as a full spool does} */
    private boolean store(int slot, byte[] chunk) {
        try {
            file.write(slot, chunk);
        } catch (IOException e) {
            synchronized (this) {
                if (!isClosed) {
                    LOG.warnf("an export waits for its client, because its spool cannot be written: %s", e);
                }
                isDiskUsable = false;
            }
            return false;
        }
        add(new Chunk.OnDisk(slot, chunk.length));
        return true;
    }

    /** Says that the last chunk was put. */
    void end() {
        add(new Chunk.InMemory(END));
    }

    /**
     * Says that no more chunks come. Whoever reads gets those that there are, and then the failure.
     *
     * @return whether chunks were put before
     */
    boolean fail(Throwable failure) {
        add(new Chunk.Failed(failure));
        synchronized (this) {
            return isBegun;
        }
    }

    private void add(Chunk chunk) {
        UniEmitter<? super Chunk> waiting;
        synchronized (this) {
            waiting = reader;
            reader = null;
            if (waiting == null && !isClosed) {
                chunks.add(chunk);
            }
        }
        if (waiting != null) {
            waiting.complete(chunk);
        }
    }

    /** {@return the next chunk, once it is there, or {@link #END}; ask for one at a time} */
    Uni<byte[]> next() {
        return Uni.createFrom().<Chunk>emitter(this::take).chain(this::bytes);
    }

    private void take(UniEmitter<? super Chunk> emitter) {
        Chunk first;
        synchronized (this) {
            first = chunks.poll();
            if (first == null) {
                reader = emitter;
            }
        }
        if (first != null) {
            emitter.complete(first);
        }
    }

    private Uni<byte[]> bytes(Chunk chunk) {
        if (chunk instanceof Chunk.OnDisk stored) {
            return Uni.createFrom().item(() -> read(stored)).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        }
        if (chunk instanceof Chunk.InMemory held) {
            freed();
            return Uni.createFrom().item(held.bytes);
        }
        return Uni.createFrom().failure(((Chunk.Failed) chunk).failure());
    }

    private synchronized void freed() {
        inMemory--;
        notifyAll();
    }

    private byte[] read(Chunk.OnDisk stored) {
        try {
            byte[] bytes = file.read(stored.slot(), stored.length());
            synchronized (this) {
                file.release(stored.slot());
                notifyAll();
            }
            return bytes;
        } catch (IOException e) {
            if (!isClosed()) {
                LOG.errorf(e, "broke off an export, because its spool cannot be read");
            }
            throw new UncheckedIOException(e);
        }
    }

    /** {@return whether nobody reads any more} */
    synchronized boolean isClosed() {
        return isClosed;
    }

    /** Drops what was not read. The next {@link #put} fails, also one that waits. */
    @Override
    public void close() throws IOException {
        synchronized (this) {
            isClosed = true;
            chunks.clear();
            notifyAll();
        }
        file.close();
    }
}
