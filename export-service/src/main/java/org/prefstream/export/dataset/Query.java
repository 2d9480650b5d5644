package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * Says which records to read, and in which order. There may be any number of them.
 *
 * @param source the table and the condition, in SQL
 * @param order a total order, so that the same dataset always gives the same file
 * @param parameters the values for each {@code ?} in source: numbers, and lists of numbers for {@code any (?)}
 */
record Query(String source, String order, List<Object> parameters) {

    Query {
        parameters = List.copyOf(parameters);
    }

    static Query tasks(Selection selection) {
        String touched = selection.untouchedToo()
                ? ""
                : " and exists (select from annotation_copy a where a.project_id = t.project_id and a.task_id = t.task_id)";
        return of("task_copy t", touched, "task_id", selection);
    }

    static Query annotations(Selection selection) {
        return of("annotation_copy", "", "task_id, annotation_id", selection);
    }

    static Query preferences(Selection selection) {
        return of("preference_copy", "", "task_id, annotation_id, record_id", selection);
    }

    private static Query of(String table, String condition, String order, Selection selection) {
        List<Object> parameters = new ArrayList<>(List.of(selection.projectId()));
        String wanted = "";
        if (!selection.taskIds().isEmpty()) {
            wanted = " and task_id = any (?)";
            parameters.add(List.copyOf(selection.taskIds()));
        }
        return new Query(table + " where project_id = ?" + wanted + condition, order, parameters);
    }

    /** {@return the statement, not yet executed, so that the caller can say how many rows to read at a time} */
    PreparedStatement rows(Connection connection) throws SQLException {
        return prepare(connection, "select record from " + source + " order by " + order);
    }

    /** {@return the bytes of the largest record, found without reading it; 0 where there is none} */
    int largestBytes(Connection connection) throws SQLException {
        try (PreparedStatement select = prepare(connection, "select max(octet_length(record)) from " + source);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getInt(1);
        }
    }

    /** {@return whether the records have more than one value in a column} */
    boolean holdsSeveral(Connection connection, String column) {
        try (PreparedStatement select = prepare(connection, "select count(distinct " + column + ") > 1 from " + source);
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private PreparedStatement prepare(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            Object parameter = parameters.get(i);
            statement.setObject(i + 1,
                    parameter instanceof List<?> list ? connection.createArrayOf("bigint", list.toArray()) : parameter);
        }
        return statement;
    }
}
