package org.prefstream.kit.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * Many new rows for one table, as PostgreSQL's COPY takes them in its binary format: half the work of an insert, here and there.
 * Each row begins with {@link #row}, and then has its values in the order of the statement's columns. Rows are sent while others
 * are still being added, so that only a few are in memory. For one caller, who does nothing else on the connection meanwhile.
 */
public final class BinaryCopy implements AutoCloseable {

    private static final byte[] HEADER = "PGCOPY\n\377\r\n\0\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1);
    private static final Instant EPOCH = Instant.parse("2000-01-01T00:00:00Z");
    private static final int PIECE_BYTES = 64 * 1024;

    private final Connection connection;
    private final String sql;
    private byte[] bytes = new byte[2 * PIECE_BYTES];
    private int length;
    private @Nullable CopyIn copy;

    /**
     * Sends nothing yet.
     *
     * @param connection in the JDBC transaction of the caller
     * @param sql {@code copy … (…) from stdin (format binary)}
     */
    public BinaryCopy(Connection connection, String sql) {
        this.connection = connection;
        this.sql = sql;
    }

    /** Begins a row of so many columns. */
    public BinaryCopy row(int columns) throws SQLException {
        if (copy == null) {
            copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql);
            put(HEADER);
        } else if (length >= PIECE_BYTES) {
            flush(copy);
        }
        room(2);
        putShort(columns);
        return this;
    }

    /** The next value, for a {@code bigint}. */
    public BinaryCopy whole(long value) {
        room(12);
        putInt(8);
        putInt((int) (value >>> 32));
        putInt((int) value);
        return this;
    }

    /** The next value, for an {@code int}. */
    public BinaryCopy small(int value) {
        room(8);
        putInt(4);
        putInt(value);
        return this;
    }

    /** The next value, for a {@code boolean}. */
    public BinaryCopy flag(boolean value) {
        room(5);
        putInt(1);
        bytes[length++] = (byte) (value ? 1 : 0);
        return this;
    }

    /** The next value, for a {@code text}. */
    public BinaryCopy text(@Nullable String value) {
        if (value == null) {
            room(4);
            putInt(-1);
            return this;
        }
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        room(4);
        putInt(utf8.length);
        put(utf8);
        return this;
    }

    /** The next value, for a {@code timestamptz}; anything finer than a microsecond is cut off. */
    public BinaryCopy moment(Instant value) {
        return whole(ChronoUnit.MICROS.between(EPOCH, value.truncatedTo(ChronoUnit.MICROS)));
    }

    /** Ends the statement; without rows there was none. {@return how many rows were stored} */
    public long end() throws SQLException {
        if (copy == null) {
            return 0;
        }
        room(2);
        putShort(-1);
        flush(copy);
        return copy.endCopy();
    }

    /** Gives up what was not ended. */
    @Override
    public void close() throws SQLException {
        if (copy != null && copy.isActive()) {
            copy.cancelCopy();
        }
    }

    private void flush(CopyIn open) throws SQLException {
        open.writeToCopy(bytes, 0, length);
        length = 0;
    }

    private void put(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    private void putInt(int value) {
        bytes[length++] = (byte) (value >>> 24);
        bytes[length++] = (byte) (value >>> 16);
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void putShort(int value) {
        bytes[length++] = (byte) (value >>> 8);
        bytes[length++] = (byte) value;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}
