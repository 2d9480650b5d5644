package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.idempotency.Idempotency.Answer;
import org.prefstream.kit.idempotency.Idempotency.Request;
import org.prefstream.kit.problem.ProblemException;

/** The promise of an {@code Idempotency-Key} for work on one JDBC connection: the first answer, byte for byte. */
final class FirstAnswer {

    private static final int LONGEST_KEY = 255;
    private static final String MATCH = " where person_id = ? and method = ? and path = ? and key = ?";

    private final Connection connection;
    private final Request request;
    private final @Nullable String key;

    /** @param request its body is the SHA-256 of what was sent */
    FirstAnswer(Connection connection, Request request) {
        this.connection = connection;
        this.request = request;
        this.key = request.key();
        if (key != null && (key.isBlank() || key.length() > LONGEST_KEY)) {
            throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
    }

    /** {@return the answer given before; empty if the work is to be done now, in the present transaction} */
    Optional<Answer> given() throws SQLException {
        if (key == null || claimed()) {
            return Optional.empty();
        }
        try (PreparedStatement select = connection
                .prepareStatement("select body_sha256, status, body from idempotent_answer" + MATCH)) {
            identify(select, 1);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                if (!row.getString(1).equals(request.body())) {
                    throw new ProblemException(409, "idempotency-key-reused", "Idempotency-Key was used before",
                            "This Idempotency-Key came with another body before. Use a new key for a new request.");
                }
                return Optional.of(new Answer(row.getInt(2), row.getString(3)));
            }
        }
    }

    /** Keeps the answer for whoever sends the same again. */
    void keep(Answer answer) throws SQLException {
        if (key == null) {
            return;
        }
        try (PreparedStatement update = connection
                .prepareStatement("update idempotent_answer set status = ?, body = ?" + MATCH)) {
            update.setInt(1, answer.status());
            update.setString(2, answer.body());
            identify(update, 3);
            update.executeUpdate();
        }
    }

    private boolean claimed() throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into idempotent_answer (person_id, method, path, key, body_sha256) values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)) {
            identify(insert, 1);
            insert.setString(5, request.body());
            return insert.executeUpdate() == 1;
        }
    }

    private void identify(PreparedStatement statement, int from) throws SQLException {
        statement.setLong(from, request.personId());
        statement.setString(from + 1, request.method());
        statement.setString(from + 2, request.path());
        statement.setString(from + 3, key);
    }
}
