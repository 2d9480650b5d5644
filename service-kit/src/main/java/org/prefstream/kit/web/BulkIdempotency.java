package org.prefstream.kit.web;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.database.Transactions.JdbcWork;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;

/** Gives what {@link Idempotency} promises to blocking work on one JDBC connection. */
@ApplicationScoped
public class BulkIdempotency {

    private final Transactions transactions;
    private final KeyedRequests requests;

    BulkIdempotency(Transactions transactions, KeyedRequests requests) {
        this.transactions = transactions;
        this.requests = requests;
    }

    /** Runs work in a bulk transaction, once for each key. A refusal is not remembered, because nothing was done. */
    public Answer once(Request request, JdbcWork<Answer> work) {
        Optional<KeyedRequest> keyed = requests.of(request);
        return transactions
                .bulk(connection -> keyed.isPresent() ? once(connection, keyed.get(), work) : work.run(connection));
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
