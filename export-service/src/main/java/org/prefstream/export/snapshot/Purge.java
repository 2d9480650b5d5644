package org.prefstream.export.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.prefstream.export.dataset.FrozenTasks;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Says which rows are to be gone from all snapshots of a project: those of these people, these judgements, and these keys, and those by
 * majority in which any of them has a vote.
 */
record Purge(List<Long> annotators, List<Long> annotations, List<String> recordIds) {

    private static final int MOST = 1_000;
    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})/");

    /**
     * The keys and the revision stay: they say what is missing. The content, all hashes of it, and what voters said, go. Rows that other
     * votes have made may have the same content, which stays with them.
     */
    private static final String PURGE = """
            with wanted (annotators, annotations, record_ids) as (
                select cast(? as bigint[]), cast(? as bigint[]), cast(? as text[])),
            meant as (
                update snapshot_row r set sha256 = null, texts_hash = null, is_upward = null,
                    voters = (select jsonb_agg(v - 'outcome' - 'vote') from jsonb_array_elements(r.voters) v)
                from (select snapshot_id, line, sha256 from snapshot_row r, wanted w
                      where project_id = ? and sha256 is not null
                        and (annotator_id = any (w.annotators) or annotation_id = any (w.annotations) or record_id = any (w.record_ids)
                          or exists (
                            select from jsonb_to_recordset(voters) as v (annotator_id bigint, annotation_id bigint, record_id text)
                            where v.annotator_id = any (w.annotators) or v.annotation_id = any (w.annotations)
                              or v.record_id = any (w.record_ids)))
                      for update of r) old
                where r.snapshot_id = old.snapshot_id and r.line = old.line
                returning r.snapshot_id, r.line, old.sha256),
            gone as (
                delete from snapshot_content c where project_id = ? and sha256 in (select sha256 from meant) and not exists (
                    select from snapshot_row r where r.project_id = c.project_id and r.sha256 = c.sha256
                      and not exists (select from meant m where m.snapshot_id = r.snapshot_id and m.line = r.line)))
            update snapshot s set purged = s.purged + found.rows
            from (select snapshot_id, count(*) as rows from meant group by snapshot_id) found
            where s.snapshot_id = found.snapshot_id
            returning s.snapshot_id, found.rows
            """;

    /**
     * What was purged.
     *
     * @param annotations how many annotations, of those that snapshots keep beside rows
     * @param snapshots those that had such rows or annotations
     */
    record Purged(
            @JsonProperty("rows") long rows,
            @JsonProperty("annotations") long annotations,
            @JsonProperty("snapshots") List<Long> snapshots) {

        Purged {
            snapshots = List.copyOf(snapshots);
        }
    }

    /** {@return what a body asks for; fails with a 400 that names the field} */
    static Purge of(Fields sent) {
        Purge purge = new Purge(ids(sent, "annotators"), ids(sent, "annotations"), sent.texts("record_ids", MOST));
        if (purge.annotators.isEmpty() && purge.annotations.isEmpty() && purge.recordIds.isEmpty()) {
            throw ProblemException.invalid("annotators",
                    "must have ids of people, or annotations ids of annotations, or record_ids keys of rows");
        }
        return purge;
    }

    private static List<Long> ids(Fields sent, String name) {
        Object value = sent.json(name).orElse(List.of());
        if (!(value instanceof List<?> list) || list.size() > MOST
                || !list.stream().allMatch(id -> id instanceof Integer || id instanceof Long)) {
            throw ProblemException.invalid(name, "must be a list of whole numbers, " + MOST + " at most");
        }
        return list.stream().map(id -> ((Number) id).longValue()).toList();
    }

    /** {@return what is gone now} It blocks. */
    Purged run(FrozenTasks tasks, Connection connection, long projectId) throws SQLException {
        FrozenTasks.Purged ofTasks = tasks.purge(projectId, annotators, judgements());
        Set<Long> snapshots = new TreeSet<>(ofTasks.snapshots());
        try (PreparedStatement purge = connection.prepareStatement(PURGE)) {
            purge.setArray(1, connection.createArrayOf("bigint", annotators.toArray()));
            purge.setArray(2, connection.createArrayOf("bigint", annotations.toArray()));
            purge.setArray(3, connection.createArrayOf("text", recordIds.toArray()));
            purge.setLong(4, projectId);
            purge.setLong(5, projectId);
            long rows = 0;
            try (ResultSet row = purge.executeQuery()) {
                while (row.next()) {
                    snapshots.add(row.getLong(1));
                    rows += row.getLong(2);
                }
            }
            return new Purged(rows, ofTasks.annotations(), List.copyOf(snapshots));
        }
    }

    /** {@return the annotations that are named, also by the key of a row, which begins with the id of the one that gave it} */
    private List<Long> judgements() {
        Stream<Long> ofRows = recordIds.stream()
                .map(KEY::matcher)
                .filter(Matcher::lookingAt)
                .map(key -> Long.valueOf(key.group(1)));
        return Stream.concat(annotations.stream(), ofRows).distinct().toList();
    }
}
