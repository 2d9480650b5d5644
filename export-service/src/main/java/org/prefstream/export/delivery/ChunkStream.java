package org.prefstream.export.delivery;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.stream.Stream;

import io.smallrye.mutiny.Multi;

/** Chunks of a file as a stream to read on one thread. A few of them are here at a time. Closing it cancels the rest. */
final class ChunkStream extends InputStream {

    private static final int CHUNKS = 4;

    private final Stream<byte[]> stream;
    private final Iterator<byte[]> chunks;
    private byte[] chunk = new byte[0];
    private int at;

    ChunkStream(Multi<byte[]> file) {
        this.stream = file.subscribe().asStream(CHUNKS, () -> new ArrayBlockingQueue<>(CHUNKS));
        this.chunks = stream.iterator();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == chunk.length) {
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while reading a file");
            }
            if (!chunks.hasNext()) {
                return -1;
            }
            chunk = chunks.next();
            at = 0;
        }
        int count = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, bytes, offset, count);
        at += count;
        return count;
    }

    @Override
    public void close() {
        stream.close();
    }
}
