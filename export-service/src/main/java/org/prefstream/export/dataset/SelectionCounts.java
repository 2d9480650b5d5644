package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import org.prefstream.export.dataset.Counts.Size;
import org.prefstream.kit.database.DatabaseFailed;

/**
 * Counts what a selection takes and what it leaves out, by the rules that select the rows of its file. The database counts; no row
 * is read. Each table is passed once. Where a subquery ends with {@code offset 0} what is computed of a record is computed there, so
 * that no record is sorted.
 */
final class SelectionCounts {

    private static final String TAKEN = "";
    /** Nothing selects judgements: all are counted already, see {@link Tallies}. */
    private static final String VERDICTS_OF_ALL = """
            select '', cast(value as int), sum(count) from (
                select value, count from tally where project_id = ? and kind = 'outcome'
                union all
                select value, count from tally_change where project_id = ? and kind = 'outcome') said
            group by 2
            """;
    /** There are few texts of pairs, so each is read once. */
    private static final String VERDICTS = """
             as code, judged_pairs, count(*) as number from annotation_copy a %s and not skipped group by 1, 2) said,
                json_to_recordset(cast(judged_pairs as json)) as v (value int)
            group by 1, 2
            """;
    /** Rows with the same hash have the same prompt and the same two answers. */
    private static final String ROWS = """
            select code, sum(number), coalesce(sum(bytes), 0),
                count(*) filter (where code = '' and is_upward_once and not is_upward_always), sum(lines), sum(ties), sum(bad)
            from (select code, texts_hash, count(*) filter (where tie_line < 2) as number, count(*) as lines,
                      count(*) filter (where tie_line = 1 and prefers = 2) as ties,
                      count(*) filter (where tie_line = 1 and prefers = 3) as bad, sum(bytes) as bytes,
                      bool_or(is_upward) as is_upward_once, bool_and(is_upward) as is_upward_always
                  from (select code, texts_hash, is_upward, tie_line, prefers, case code when ''
                            then (select octet_length(%s) + 1 from (select record%s) row) end as bytes
                        from (select *,""";
    /** Only annotations that have such pairs are read. */
    private static final String UNTRAINABLE = """
            select pair.outcome, pair.code, count(*) from (select * from annotation_copy a%s and untrainable is not null) a,
                json_to_recordset(cast(a.untrainable as json)) as pair (outcome text, code text) where true""";
    private static final String OF_ROWS = """
             offset 0) p offset 0) sized
                  group by code, texts_hash) hashed
            group by code
            """;

    private final Connection connection;
    private final Selection selection;
    private final Map<LeftOut, Long> leftOut = new EnumMap<>(LeftOut.class);
    private final long[] said = new long[JudgedPair.VALUES];
    private long taken;
    private long lines;
    private long bytes;
    private long conflicts;

    SelectionCounts(Connection connection, Selection selection) {
        this.connection = connection;
        this.selection = selection;
    }

    /** {@return the counts of a file of dataset records, out of all pairs that were judged} */
    Counts ofPairs(boolean areMixed) {
        verdicts();
        untrainable();
        rows();
        leave(LeftOut.NOT_TRAINABLE, said[JudgedPair.FIRST] + said[JudgedPair.SECOND]);
        boolean hasTies = selection.pairs().ties().hasTies();
        leave(hasTies ? LeftOut.TIE_WITHOUT_TEXTS : LeftOut.TIE_DROPPED, said[JudgedPair.TIE]);
        boolean hasBothBad = selection.pairs().ties().hasBothBad();
        leave(hasBothBad ? LeftOut.TIE_WITHOUT_TEXTS : LeftOut.BOTH_BAD, said[JudgedPair.BOTH_BAD]);
        leave(LeftOut.CANNOT_JUDGE, said[JudgedPair.CANNOT_JUDGE]);
        return counts(areMixed);
    }

    /** Counts what was said of pairs, in selected judgements. What becomes of these is counted off it then. */
    private void verdicts() {
        List<Rule> rules = selection.judgements().rules("a");
        Sql within = Sql.of("").within(selection);
        List<Object> project = List.of(selection.projectId());
        Sql verdicts = rules.isEmpty() && selection.taskIds().isEmpty()
                ? Sql.of("").add(VERDICTS_OF_ALL, project).add("", project)
                : Sql.of("select code, v.value, sum(number) from (select ")
                        .reason(rules, "else ''")
                        .add(VERDICTS.formatted(within.text()), within.parameters());
        try (PreparedStatement select = verdicts.prepare(connection); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                long number = row.getLong(3);
                if (!row.getString(1).equals(TAKEN)) {
                    leave(LeftOut.valueOf(row.getString(1)), number);
                } else {
                    said[row.getInt(2)] += number;
                }
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** Counts the pairs that have no row whatever was said of them. */
    private void untrainable() {
        Sql within = Sql.of("").within(selection);
        Sql pairs = Sql.of("").add(UNTRAINABLE.formatted(within.text()), within.parameters());
        selection.judgements().rules("a").forEach(rule -> pairs.add(" and " + rule.condition(), rule.parameters()));
        try (PreparedStatement select = pairs.add(" group by 1, 2", List.of()).prepare(connection);
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                untrainable(row.getString(1), LeftOut.ofUntrainable(row.getString(2)), row.getLong(3));
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void untrainable(String outcome, LeftOut reason, long number) {
        TieChoice ties = selection.pairs().ties();
        switch (outcome) {
            case "tie" -> leaveSaid(JudgedPair.TIE, ties.hasTies() ? reason : LeftOut.TIE_DROPPED, number);
            case "both_bad" -> leaveSaid(JudgedPair.BOTH_BAD, ties.hasBothBad() ? reason : LeftOut.BOTH_BAD, number);
            default -> leaveSaid(JudgedPair.FIRST, reason, number);
        }
    }

    private void leaveSaid(int value, LeftOut reason, long number) {
        leave(reason, number);
        said[value] -= number;
    }

    /** Counts the rows of selected judgements. */
    private void rows() {
        RowText row = RowText.ofRows(selection);
        Sql counted = Sql.of("")
                .add(ROWS.formatted(row.text(), row.beside().text()), row.parameters())
                .reason(selection.rowRulesOfSelected(), "else ''")
                .add(" as code from " + selection.rows(), List.of())
                .within(selection);
        selection.judgements().rules("p").forEach(rule -> counted.add(" and " + rule.condition(), rule.parameters()));
        try (PreparedStatement select = counted.add(OF_ROWS, List.of()).prepare(connection);
                ResultSet found = select.executeQuery()) {
            while (found.next()) {
                add(found.getString(1), found.getLong(2), found.getLong(3));
                conflicts += found.getLong(4);
                lines += found.getString(1).equals(TAKEN) ? found.getLong(5) : 0;
                long ties = found.getLong(6);
                long bad = found.getLong(7);
                said[JudgedPair.TIE] -= ties;
                said[JudgedPair.BOTH_BAD] -= bad;
                said[JudgedPair.FIRST] -= found.getLong(2) - ties - bad;
            }
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    /** {@return the counts of a file with a row per annotation} */
    Counts ofAnnotations() {
        List<Rule> rules = selection.judgements().rules("a");
        count(Sql.of("select case when a.skipped then '" + LeftOut.SKIPPED + "' else ")
                .reason(rules, "else ''")
                .add(" end as code, octet_length(a.record) + octet_length(t.record) as bytes from (select * from task_copy",
                        List.of())
                .within(selection)
                .add(") t join annotation_copy a on a.project_id = t.project_id + 0 and a.task_id = t.task_id",
                        List.of()));
        if (selection.untouchedToo()) {
            Sql untouched = Sql.of("select '' as code, octet_length(record) as bytes from task_copy t")
                    .within(selection)
                    .add(" and not exists (select from annotation_copy a where a.project_id = t.project_id + 0 and a.task_id = t.task_id",
                            List.of());
            rules.forEach(rule -> untouched.add(" and " + rule.condition(), rule.parameters()));
            count(untouched.add(")", List.of()));
        }
        return counts(true);
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
        return counts(true);
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
                .add(" offset 0) rows group by code", List.of());
        try (PreparedStatement select = sums.prepare(connection); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                add(row.getString(1), row.getLong(2), row.getLong(3));
            }
            lines = taken;
        } catch (SQLException e) {
            throw new DatabaseFailed(e);
        }
    }

    private void add(String code, long number, long sumOfBytes) {
        if (code.equals(TAKEN)) {
            taken += number;
            bytes += sumOfBytes;
        } else {
            leave(LeftOut.valueOf(code), number);
        }
    }

    private void leave(LeftOut reason, long number) {
        if (number > 0) {
            leftOut.merge(reason, number, Long::sum);
        }
    }

    private Counts counts(boolean isEstimated) {
        return new Counts(taken, lines, leftOut, new Size(bytes, !isEstimated), conflicts);
    }
}
