package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.prefstream.kit.database.DatabaseFailed;

/**
 * Says which records to read, and in which order. There may be any number of them.
 *
 * @param source the table and the condition, in SQL
 * @param order the columns of a total order, so that the same dataset always gives the same file. An index has them
 * @param parameters the values for each {@code ?} in source: numbers, and lists of numbers for {@code any (?)}
 * @param row how a record is written
 */
record Query(String source, List<String> order, List<Object> parameters, RowText row) {

    /** The most bytes of a portion, unless a single record is larger. */
    static final int PORTION_BYTES = 4 * 1024 * 1024;
    private static final int PORTION_ROWS = 1_000;
    /** Lengths come from the TOAST headers, so records beyond the limit are never read. */
    private static final String PORTION = """
            select %6$s, %2$s
            from (select *, sum(octet_length(record)) over (order by %2$s rows unbounded preceding) as bytes,
                         row_number() over (order by %2$s) as place
                  from (select record, %2$s%5$s from %1$s order by %2$s limit %3$d) head) sized
            where bytes <= %4$d or place = 1
            order by %2$s
            """;
    private static final String UNTRAINABLE = """
            (select a.task_id, a.annotation_id, a.revision, a.annotator_id, pair.outcome,
                a.annotation_id || '/' || pair.part as record_id, cast(json_build_object(
                    'record_id', a.annotation_id || '/' || pair.part, 'code', pair.code, 'row', json_build_object(
                        'project_id', a.project_id, 'task_id', a.task_id, 'annotation_id', a.annotation_id,
                        'revision', a.revision, 'annotator_id', a.annotator_id, 'outcome', pair.outcome)) as text) as record
             from (select * from %s and untrainable is not null) a,
                 json_to_recordset(cast(a.untrainable as json)) as pair (part text, outcome text, code text)
             where pair.outcome in ('%s')) pairs where true""";
    private static final String HOLDS_EACH = """
            select bool_and(exists (select from %s and %s = wanted.value)) from unnest(cast(? as text[])) wanted (value)
            """;

    Query {
        order = List.copyOf(order);
        parameters = List.copyOf(parameters);
    }

    static Query tasks(Selection selection) {
        return of("task_copy t", selection.taskRulesInPortions(), List.of("task_id"), selection);
    }

    static Query annotations(Selection selection) {
        return of("annotation_copy a", selection.judgements().rules("a"), List.of("task_id", "annotation_id"),
                selection);
    }

    static Query preferences(Selection selection) {
        Query records = of(selection.rows(), selection.rowRules(), List.of("task_id", "annotation_id", "record_id"),
                selection);
        return new Query(records.source, records.order, records.parameters, RowText.ofRows(selection));
    }

    /** {@return the same records with more of what is known of each, see {@link RowText#withOrigin}} */
    Query withOrigin() {
        return new Query(source, order, parameters, row.withOrigin());
    }

    /** {@return the pairs that have no row because nothing could be trained on them; ties where rows of ties are selected} */
    static Query untrainable(Selection selection) {
        Query annotations = annotations(selection);
        List<String> outcomes = selection.pairs().ties().outcomes();
        return new Query(UNTRAINABLE.formatted(annotations.source, String.join("', '", outcomes)),
                List.of("task_id", "annotation_id", "record_id"), annotations.parameters, RowText.UNCHANGED);
    }

    private static Query of(String table, List<Rule> rules, List<String> order, Selection selection) {
        Sql source = Sql.of(table).within(selection);
        rules.forEach(rule -> source.add(" and " + rule.condition(), rule.parameters()));
        return new Query(source.text(), order, source.parameters(), RowText.UNCHANGED);
    }

    /**
     * {@return the statement of a portion, whose rows have the record and the columns of the order}
     *
     * @param behind the values of the order's columns in the last row that was read; empty at the beginning
     */
    PreparedStatement portion(Connection connection, List<Object> behind) throws SQLException {
        String columns = String.join(", ", order);
        String following = behind.isEmpty()
                ? source
                : "%s and (%s) > (%s)".formatted(source, columns,
                        String.join(", ", Collections.nCopies(order.size(), "?")));
        Sql portion = Sql
                .of(PORTION.formatted(following, columns, PORTION_ROWS, PORTION_BYTES, row.beside().text(), row.text()))
                .add("", row.parameters())
                .add("", parameters)
                .add("", behind);
        return portion.prepare(connection);
    }

    /** {@return the values of the order's columns in a row of a portion} */
    List<Object> place(ResultSet row) throws SQLException {
        List<Object> place = new ArrayList<>();
        for (String column : order) {
            place.add(row.getObject(column));
        }
        return place;
    }

    /** {@return whether each of these values is in the column of some record} An index has the project and the column. */
    boolean holdsEach(Connection connection, String column, List<String> values) {
        try (PreparedStatement select = Sql.of(HOLDS_EACH.formatted(source, column))
                .add("", parameters)
                .prepare(connection)) {
            select.setArray(parameters.size() + 1, connection.createArrayOf("text", values.toArray()));
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
