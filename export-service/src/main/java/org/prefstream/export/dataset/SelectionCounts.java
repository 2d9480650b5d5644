package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.prefstream.export.dataset.Counts.Size;
import org.prefstream.kit.database.DatabaseFailed;

/**
 * Counts what a selection takes and what it leaves out, by the rules that select the rows of its file. The database counts; no row
 * is read.
 */
final class SelectionCounts {

    private static final String TAKEN = "";
    private static final String UNTRAINABLE = """
            when v.value = %d then '%s' when v.value = %d then '%s' when v.value = %d then '%s' else '%s'
            """.formatted(JudgedPair.TIE, LeftOut.TIE_DROPPED, JudgedPair.BOTH_BAD, LeftOut.BOTH_BAD,
            JudgedPair.CANNOT_JUDGE, LeftOut.CANNOT_JUDGE, LeftOut.NOT_TRAINABLE);
    private static final String PAIRS_WITHOUT_ROW = """
             as code, cast(null as bigint) as bytes
            from (select * from annotation_copy %s and not skipped) a,
                json_to_recordset(cast(a.judged_pairs as json)) as v (part text, value int)
            where v.value > 1 or not exists (select from preference_copy p
                where p.record_id = a.annotation_id || '/' || v.part and p.project_id = a.project_id)
            """;
    private static final String CONFLICTS = """
            select count(*) from (select from %s group by texts_hash having bool_or(is_upward) and not bool_and(is_upward)) both_ways
            """;

    private final Connection connection;
    private final Selection selection;
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private long taken;
    private long bytes;

    SelectionCounts(Connection connection, Selection selection) {
        this.connection = connection;
        this.selection = selection;
    }

    /** {@return the counts of a file of dataset records, out of all pairs that were judged} */
    Counts ofPairs(boolean areMixed) {
        RowText row = RowText.ofRows(selection);
        count(Sql
                .of("select code, case code when '' then octet_length(" + row.text()
                        + ") + 1 end as bytes from (select record")
                .add(row.beside().text(), row.parameters())
                .add(", ", List.of())
                .reason(selection.rowRules(), "else ''")
                .add(" as code from preference_copy p", List.of())
                .within(selection)
                .add(") sized", List.of()));
        Sql within = Sql.of("").within(selection);
        count(Sql.of("select ")
                .reason(selection.judgements().rules(), UNTRAINABLE)
                .add(PAIRS_WITHOUT_ROW.formatted(within.text()), within.parameters()));
        return counts(areMixed, conflicts());
    }

    /** {@return the counts of a file with a row per annotation} */
    Counts ofAnnotations() {
        List<Rule> rules = selection.judgements().rules();
        count(Sql.of("select case when a.skipped then '" + LeftOut.SKIPPED + "' else ")
                .reason(rules, "else ''")
                .add(" end as code, octet_length(a.record) + octet_length(t.record) as bytes from (select * from task_copy",
                        List.of())
                .within(selection)
                .add(") t join annotation_copy a on a.project_id = t.project_id and a.task_id = t.task_id", List.of()));
        if (selection.untouchedToo()) {
            Sql untouched = Sql.of("select '' as code, octet_length(record) as bytes from task_copy t")
                    .within(selection)
                    .add(" and not exists (select from annotation_copy a where a.project_id = t.project_id and a.task_id = t.task_id",
                            List.of());
            rules.forEach(rule -> untouched.add(" and " + rule.condition(), rule.parameters()));
            count(untouched.add(")", List.of()));
        }
        return counts(true, 0);
    }

    /** {@return the counts of a file with a row per task} */
    Counts ofTasks() {
        count(Sql.of("select ")
                .reason(selection.taskRules(), selection.untouchedToo() ? "when true then ''" : "else ''")
                .add(" as code, octet_length(record) as bytes from task_copy t", List.of())
                .within(selection));
        Query annotations = Query.annotations(selection);
        try (PreparedStatement select = Sql.of("select coalesce(sum(octet_length(record)), 0) from ")
                .add(annotations.source(), annotations.parameters())
                .prepare(connection)) {
            bytes += number(select);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
        return counts(true, 0);
    }

    private long conflicts() {
        Query rows = Query.preferences(selection);
        try (PreparedStatement select = Sql.of(CONFLICTS.formatted(rows.source()))
                .add("", rows.parameters())
                .prepare(connection)) {
            return number(select);
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /** @param rows have a code and bytes */
    private void count(Sql rows) {
        Sql sums = Sql.of("select code, count(*), coalesce(sum(bytes), 0) from (")
                .add(rows.text(), rows.parameters())
                .add(") rows group by code", List.of());
        try (PreparedStatement select = sums.prepare(connection); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                if (row.getString(1).equals(TAKEN)) {
                    taken += row.getLong(2);
                    bytes += row.getLong(3);
                } else {
                    leftOut.merge(LeftOut.valueOf(row.getString(1)), row.getLong(2), Long::sum);
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private Counts counts(boolean isEstimated, long conflicts) {
        return new Counts(taken, leftOut, new Size(bytes, !isEstimated), conflicts);
    }

    /** Lets the database join whole tables, which a file read in portions must not. */
    static void allowJoins(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local enable_hashjoin = on; set local enable_mergejoin = on");
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }
}
