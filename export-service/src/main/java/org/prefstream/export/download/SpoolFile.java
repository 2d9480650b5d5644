package org.prefstream.export.download;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Semaphore;

import org.jspecify.annotations.Nullable;

/**
 * Chunks of one download on disk. The file consists of slots, which are used again. It is made with the first chunk. The system
 * forgets its name at once and its bytes when it is closed, so nothing is left however the process ends.
 */
final class SpoolFile implements Closeable {

    /** The length of a slot. */
    static final int SLOT_BYTES = 64 * 1024;

    private static final Set<StandardOpenOption> UNNAMED = Set.of(StandardOpenOption.CREATE_NEW,
            StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);

    private final Path folder;
    private final int slotsMost;
    private final Semaphore slotsOfAll;
    private final Queue<Integer> free = new ArrayDeque<>();
    private int slots;
    private boolean isClosed;
    private @Nullable FileChannel channel;

    /**
     * @param slotsMost how many slots this file may have
     * @param slotsOfAll a permit for each slot that the files of all downloads may still get
     */
    SpoolFile(Path folder, int slotsMost, Semaphore slotsOfAll) {
        this.folder = folder;
        this.slotsMost = slotsMost;
        this.slotsOfAll = slotsOfAll;
    }

    /** {@return a slot for one chunk; empty if the limits are reached or the file is closed} */
    synchronized OptionalInt reserve() {
        Integer again = free.poll();
        if (again != null) {
            return OptionalInt.of(again);
        }
        return !isClosed && slots < slotsMost && slotsOfAll.tryAcquire()
                ? OptionalInt.of(slots++)
                : OptionalInt.empty();
    }

    /** Lets a slot be reserved again. */
    synchronized void release(int slot) {
        free.add(slot);
    }

    /** Writes a chunk to its slot, on the calling thread. */
    void write(int slot, byte[] chunk) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(chunk);
        for (long at = (long) slot * SLOT_BYTES; bytes.hasRemaining();) {
            at += open().write(bytes, at);
        }
    }

    /** {@return the chunk of that length in a slot, read on the calling thread} */
    byte[] read(int slot, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        for (long at = (long) slot * SLOT_BYTES; bytes.hasRemaining();) {
            int count = open().read(bytes, at);
            if (count < 0) {
                throw new EOFException("a spool ends in the middle of a chunk");
            }
            at += count;
        }
        return bytes.array();
    }

    private synchronized FileChannel open() throws IOException {
        if (isClosed) {
            throw new ClosedChannelException();
        }
        FileChannel open = channel;
        if (open == null) {
            open = FileChannel.open(folder.resolve("prefstream-export-" + UUID.randomUUID() + ".spool"), UNNAMED);
            channel = open;
        }
        return open;
    }

    /** Gives the disk space back. Reading and writing fail from now on. */
    @Override
    public synchronized void close() throws IOException {
        if (!isClosed) {
            isClosed = true;
            free.clear();
            slotsOfAll.release(slots);
            if (channel != null) {
                channel.close();
            }
        }
    }
}
