package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.NoSuchElementException;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * The records of a query, as JSON in UTF-8, read from the database in portions as they are asked for. A portion has as many rows as would fit
 * into {@link #PORTION_BYTES} if each were as large as the largest one. So memory is bounded, however many records there are.
 */
final class Cursor implements Iterator<byte[]>, AutoCloseable {

    /** The most bytes that one cursor holds at a time, unless a single record is larger. */
    static final int PORTION_BYTES = 4 * 1024 * 1024;
    private static final int PORTION_ROWS = 1_000;

    private final PreparedStatement statement;
    private final ResultSet rows;
    private boolean isOnNext;
    private boolean isAtEnd;

    private Cursor(PreparedStatement statement) throws SQLException {
        this.statement = statement;
        this.rows = statement.executeQuery();
    }

    /** Opens a cursor in the transaction of the connection. Other cursors may be open beside it. */
    static Cursor open(Connection connection, Query query) {
        try {
            int portion = PORTION_BYTES / Math.max(1, query.largestBytes(connection));
            PreparedStatement statement = query.rows(connection);
            try {
                statement.setFetchSize(Math.max(1, Math.min(PORTION_ROWS, portion)));
                return new Cursor(statement);
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    @Override
    public boolean hasNext() {
        if (!isOnNext && !isAtEnd) {
            try {
                isOnNext = rows.next();
                isAtEnd = !isOnNext;
            } catch (SQLException e) {
                throw new DatabaseFailed(e);
            }
        }
        return isOnNext;
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        isOnNext = false;
        try {
            return rows.getBytes("record"); // a text comes as it is sent, in UTF-8
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    @Override
    public void close() {
        try {
            statement.close();
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
