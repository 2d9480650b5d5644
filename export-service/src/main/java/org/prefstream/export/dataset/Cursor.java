package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * The records of a query, as JSON in UTF-8, read in portions as they are asked for, in the transaction of the connection. It holds
 * one portion at a time, so memory is bounded, however many records there are and however large some of them are. Other cursors
 * may be open beside it.
 */
final class Cursor implements Iterator<byte[]> {

    private final Connection connection;
    private final Query query;
    private final Queue<byte[]> portion = new ArrayDeque<>();
    private List<Object> behind = List.of();
    private boolean isAtEnd;

    Cursor(Connection connection, Query query) {
        this.connection = connection;
        this.query = query;
    }

    @Override
    public boolean hasNext() {
        if (portion.isEmpty() && !isAtEnd) {
            read();
            isAtEnd = portion.isEmpty();
        }
        return !portion.isEmpty();
    }

    @Override
    public byte[] next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return portion.remove();
    }

    private void read() {
        try (PreparedStatement select = query.portion(connection, behind); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                portion.add(row.getBytes(1)); // a text comes as it is sent, in UTF-8
                if (row.isLast()) {
                    behind = query.place(row);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
