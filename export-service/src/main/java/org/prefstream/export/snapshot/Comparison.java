package org.prefstream.export.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What lies between two snapshots: of their rows, or of their annotations where neither has rows.
 *
 * @param from the one
 * @param to the other
 * @param added how many rows the other has that the one has not
 * @param changed how many rows both have, but not with the same content
 * @param withdrawn how many rows the one has that the other has not
 * @param unchanged how many rows both have
 * @param keys the keys of rows that are not the same, in their order
 * @param next the last of these keys, behind which the following ones come; null at the end
 */
record Comparison(
        @JsonProperty("from") long from,
        @JsonProperty("to") long to,
        @JsonProperty("added") long added,
        @JsonProperty("changed") long changed,
        @JsonProperty("withdrawn") long withdrawn,
        @JsonProperty("unchanged") long unchanged,
        @JsonProperty("keys") List<Key> keys,
        @JsonProperty("next") @Nullable String next) {

    /** What stands beside the rows of one counts if the other would have it, too: snapshots of former versions have none. */
    private static final String BOTH = """
             from (select * from %1$s where snapshot_id = ?%2$s) one
            full join (select * from %1$s where snapshot_id = ?%2$s) other using (record_id)
            where (coalesce(one.has_row, other.has_row) and coalesce(one.outcome, other.outcome) is distinct from 'both_bad'
                or not exists (select from snapshot where snapshot_id in (?, ?) and version is null))
            """;
    private static final String COUNT = """
            select count(*) filter (where one.line is null), count(*) filter (where one.line is not null and other.line is not null
                    and (one.revision, one.sha256) is distinct from (other.revision, other.sha256)),
                count(*) filter (where other.line is null), count(*)
            """
            + BOTH.formatted("%1$s", "");
    private static final String KEYS = """
            select record_id, case when one.line is null then 'added' when other.line is null then 'withdrawn' else 'changed' end
            """
            + BOTH.formatted("%1$s", " and record_id > ?")
            + """
                    and (one.revision, one.sha256) is distinct from (other.revision, other.sha256) order by record_id limit ?
                    """;

    private static final String ROWS = "snapshot_row";
    /** As rows, whose keys are their ids. Their content has the revision. */
    private static final String ANNOTATIONS = """
            (select snapshot_id, cast(annotation_id as text) collate "C" as record_id, 0 as revision, sha256, annotation_id as line,
                true as has_row, null as outcome
             from snapshot_source where annotation_id > 0) annotation""";

    Comparison {
        keys = List.copyOf(keys);
    }

    /**
     * A row that is not the same.
     *
     * @param change what became of it, by the name of the count
     */
    record Key(@JsonProperty("record_id") String recordId, @JsonProperty("change") String change) {
    }

    /** {@return the comparison, with so many keys behind this one} It blocks. */
    static Comparison read(Connection connection, Snapshot one, Snapshot other, String behind, int most)
            throws SQLException {
        String compared = one.all() + other.all() == 0 ? ANNOTATIONS : ROWS;
        long from = one.id();
        long to = other.id();
        List<Key> keys = keys(connection, compared, from, to, behind, most);
        try (PreparedStatement select = connection.prepareStatement(COUNT.formatted(compared))) {
            select.setLong(1, from);
            select.setLong(2, to);
            select.setLong(3, from);
            select.setLong(4, to);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                long added = row.getLong(1);
                long changed = row.getLong(2);
                long withdrawn = row.getLong(3);
                return new Comparison(from, to, added, changed, withdrawn, row.getLong(4) - added - changed - withdrawn,
                        keys, keys.size() < most ? null : keys.get(keys.size() - 1).recordId());
            }
        }
    }

    private static List<Key> keys(Connection connection, String compared, long from, long to, String behind, int most)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(KEYS.formatted(compared))) {
            select.setLong(1, from);
            select.setString(2, behind);
            select.setLong(3, to);
            select.setString(4, behind);
            select.setLong(5, from);
            select.setLong(6, to);
            select.setInt(7, most);
            List<Key> keys = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.add(new Key(row.getString(1), row.getString(2)));
                }
            }
            return keys;
        }
    }
}
