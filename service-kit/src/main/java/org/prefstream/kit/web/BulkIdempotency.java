package org.prefstream.kit.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.database.Transactions.JdbcWork;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;

/**
 * Gives what {@link Idempotency} promises to blocking work on one JDBC connection. A repeated request that comes while the first
 * one runs waits for it without a connection of its own.
 */
@ApplicationScoped
public class BulkIdempotency {

    /** Who works for a key now. It is completed, with nothing, when that one has committed or given up. */
    private final Map<List<Object>, CompletableFuture<Void>> running = new ConcurrentHashMap<>();

    private final KeyedRequests requests;

    BulkIdempotency(KeyedRequests requests) {
        this.requests = requests;
    }

    /**
     * Runs work in a bulk transaction, once for each key. A refusal is not remembered, because nothing was done: one of the
     * requests that waited is the next to try.
     *
     * @param bulk runs work in a transaction, as {@link Transactions#bulk(DataSource, JdbcWork)} does
     */
    public Answer once(Bulk bulk, Request request, JdbcWork<Answer> work) {
        Optional<KeyedRequest> keyed = requests.of(request);
        return keyed.isPresent() ? once(bulk, keyed.get(), work) : bulk.run(work);
    }

    /** Gives work a connection, when it is its turn, and commits. */
    @FunctionalInterface
    public interface Bulk {

        Answer run(JdbcWork<Answer> work);
    }

    private Answer once(Bulk bulk, KeyedRequest keyed, JdbcWork<Answer> work) {
        CompletableFuture<Void> mine = new CompletableFuture<>();
        for (var other = running.putIfAbsent(keyed.identity(), mine); other != null; other = running
                .putIfAbsent(keyed.identity(), mine)) {
            other.join();
        }
        try {
            return bulk.run(connection -> once(connection, keyed, work));
        } finally {
            running.remove(keyed.identity());
            mine.complete(null);
        }
    }

    private static Answer once(Connection connection, KeyedRequest keyed, JdbcWork<Answer> work) throws SQLException {
        if (change(connection, KeyedRequest.CLAIM, keyed.claim()) == 0) {
            return recall(connection, keyed);
        }
        Answer answer = work.run(connection);
        change(connection, KeyedRequest.KEEP, keyed.kept(answer));
        return answer;
    }

    private static Answer recall(Connection connection, KeyedRequest keyed) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KeyedRequest.RECALL)) {
            set(select, keyed.identity());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return keyed.given(row.getString(1), row.getInt(2), row.getString(3));
            }
        }
    }

    private static int change(Connection connection, String sql, List<Object> parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, parameters);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, List<Object> parameters) throws SQLException {
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
    }
}
