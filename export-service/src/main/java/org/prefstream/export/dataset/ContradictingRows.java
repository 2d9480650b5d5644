package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * Those rows of a query of which others with the same prompt and the same two answers prefer the other one. The query has
 * {@code record_id}, {@code texts_hash} and {@code is_upward}, of which the latter is null in rows that prefer none.
 */
final class ContradictingRows {

    private static final int FETCHED = 1_000;
    private static final String COUNT = """
            select count(*) from (select texts_hash from %s and is_upward is not null and texts_hash is not null
                group by texts_hash having bool_or(is_upward) and not bool_and(is_upward)) contradicted
            """;
    private static final String KEYS = """
            select record_id from (
                select record_id, %1$s, bool_or(is_upward) over same and not bool_and(is_upward) over same as is_contradicted
                from %2$s and is_upward is not null and texts_hash is not null window same as (partition by texts_hash)) judged
            where is_contradicted order by %1$s
            """;

    private final Connection connection;
    private final Query query;

    ContradictingRows(Connection connection, Query query) {
        this.connection = connection;
        this.query = query;
    }

    /** {@return how many prompts with two answers have such rows} */
    long count() {
        try (PreparedStatement select = prepared(COUNT.formatted(query.source()));
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Tells their keys, in the order of the query. */
    void tell(Consumer<String> recordIds) {
        List<String> order = query.order().stream().filter(column -> !column.equals("record_id")).toList();
        try (PreparedStatement select = prepared(KEYS.formatted(String.join(", ", order), query.source()))) {
            select.setFetchSize(FETCHED);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    recordIds.accept(row.getString(1));
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private PreparedStatement prepared(String statement) throws SQLException {
        return Sql.of(statement).add("", query.parameters()).prepare(connection);
    }
}
