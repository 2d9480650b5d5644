package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** SQL that is put together, with the values for each {@code ?} in it: numbers, and lists of numbers for {@code any (?)}. */
final class Sql {

    private final StringBuilder text = new StringBuilder();
    private final List<Object> parameters = new ArrayList<>();

    private Sql() {
    }

    static Sql of(String text) {
        return new Sql().add(text, List.of());
    }

    Sql add(String more, List<Object> values) {
        text.append(more);
        parameters.addAll(values);
        return this;
    }

    /** Adds the condition that something is in the tasks of a selection. */
    Sql within(Selection selection) {
        add(" where project_id = ?", List.of(selection.projectId()));
        return selection.taskIds().isEmpty()
                ? this
                : add(" and task_id = any (?)", List.of(List.copyOf(selection.taskIds())));
    }

    /**
     * Adds an expression that is the reason why something is left out; the empty text if there is none.
     *
     * @param otherwise further branches of the case, or its else
     */
    Sql reason(List<Rule> rules, String otherwise) {
        add("case when false then ''", List.of()); // there may be no rule
        for (Rule rule : rules) {
            add(" when (" + rule.condition() + ") is not true then '" + rule.otherwise() + "'", rule.parameters());
        }
        return add(" " + otherwise + " end", List.of());
    }

    String text() {
        return text.toString();
    }

    List<Object> parameters() {
        return List.copyOf(parameters);
    }

    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text());
        for (int i = 0; i < parameters.size(); i++) {
            Object parameter = parameters.get(i);
            statement.setObject(i + 1,
                    parameter instanceof List<?> list ? connection.createArrayOf("bigint", list.toArray()) : parameter);
        }
        return statement;
    }
}
