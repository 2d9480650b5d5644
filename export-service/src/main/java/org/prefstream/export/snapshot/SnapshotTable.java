package org.prefstream.export.snapshot;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.snapshot.Snapshot.Beside;
import org.prefstream.kit.database.Statements;
import org.prefstream.labelstudio.json.Json;

/** The manifests of snapshots, on one connection. The methods block. */
final class SnapshotTable {

    private static final String COLUMNS = """
            snapshot_id, project_id, title, created_at, created_by, schema_version, selection, rows_in, row_count, left_out, purged,
            sha256, positions, mixed, split_shares, project_title, guidelines, version, both_bad, without_row, beside_sha256,
            left_out_by_ties, comparison_spec, task_count, annotation_count, purged_annotations, sources_sha256, source_counts
            """;
    private static final String ID = "select nextval(pg_get_serial_sequence('snapshot', 'snapshot_id'))";
    private static final String INSERT = "insert into snapshot (" + COLUMNS
            + """
                    ) overriding system value values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """;
    private static final String FIND = "select " + COLUMNS + " from snapshot where project_id = ? and snapshot_id = ?";
    private static final String PAGE = "select " + COLUMNS
            + " from snapshot where project_id = ? order by snapshot_id desc limit ? offset ?";
    private static final String COUNT = "select count(*) from snapshot where project_id = ?";
    private static final String CONTAINING = "select " + COLUMNS + """
             from snapshot where snapshot_id in (
                select snapshot_id from snapshot_row where annotation_id = ? union all
                select snapshot_id from snapshot_row where voters @> cast(? as jsonb) union all
                select snapshot_id from snapshot_source where annotation_id = ? and annotation_id > 0)
            order by snapshot_id desc limit ?
            """;
    private static final String DELETE = "delete from snapshot where snapshot_id = ?";
    private static final String POSITIONS = "select topic, partition, last_offset from applied_offset order by topic, partition";

    private final Connection connection;

    SnapshotTable(Connection connection) {
        this.connection = connection;
    }

    /** {@return the id of the next snapshot} */
    long nextId() throws SQLException {
        return number(connection.prepareStatement(ID));
    }

    void insert(Snapshot one) throws SQLException {
        Beside beside = one.beside();
        List<@Nullable Object> values = new ArrayList<>(Arrays.asList(one.id(), one.projectId(), one.title(),
                one.createdAt().atOffset(ZoneOffset.UTC), one.createdBy(), one.schema(), Json.write(one.selection()),
                one.rowsIn(), one.rows(), Json.write(one.leftOut()), one.purged(), one.sha256(),
                Json.write(one.positions()), one.areMixed(), one.splitShares(), one.projectTitle(), one.guidelines(),
                one.version(), beside == null ? 0 : beside.bothBad(), beside == null ? 0 : beside.withoutRow(),
                beside == null ? null : beside.sha256(), Json.write(one.leftOutByTies())));
        values.addAll(values(one.sources()));
        Statements.update(connection, INSERT, values.toArray());
    }

    private static List<@Nullable Object> values(@Nullable Sources sources) {
        return sources == null
                ? Collections.nCopies(6, null)
                : List.of(Json.write(sources.spec()), sources.tasks(), sources.annotations(), sources.purged(),
                        sources.sha256(), Json.write(sources.taken()));
    }

    Optional<Snapshot> find(long projectId, long snapshotId) throws SQLException {
        return read(FIND, projectId, snapshotId).stream().findFirst();
    }

    /** {@return a page of a project's snapshots, the newest first} */
    List<Snapshot> page(long projectId, int rows, long behind) throws SQLException {
        return read(PAGE, projectId, rows, behind);
    }

    long count(long projectId) throws SQLException {
        PreparedStatement select = connection.prepareStatement(COUNT);
        select.setLong(1, projectId);
        return number(select);
    }

    /** {@return the snapshots that hold rows of an annotation or in which it has a vote, the newest first, as many as asked for at most} */
    List<Snapshot> containing(long annotationId, int most) throws SQLException {
        String voter = Json.write(List.of(Map.of("annotation_id", annotationId)));
        return read(CONTAINING, annotationId, voter, annotationId, most);
    }

    void delete(long snapshotId) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
            delete.setLong(1, snapshotId);
            delete.executeUpdate();
        }
    }

    /** {@return how far the copies are: the last offset by partition, by the topic's name} */
    Map<String, Object> positions() throws SQLException {
        Map<String, Map<String, Long>> positions = new TreeMap<>();
        try (PreparedStatement select = connection.prepareStatement(POSITIONS); ResultSet row = select.executeQuery()) {
            while (row.next()) {
                positions.computeIfAbsent(row.getString(1), topic -> new TreeMap<>())
                        .put(row.getString(2), row.getLong(3));
            }
        }
        return new TreeMap<>(positions);
    }

    private List<Snapshot> read(String sql, Object... parameters) throws SQLException {
        try (PreparedStatement select = Statements.prepared(connection, sql, parameters);
                ResultSet row = select.executeQuery()) {
            List<Snapshot> found = new ArrayList<>();
            while (row.next()) {
                found.add(snapshot(row));
            }
            return found;
        }
    }

    private static Snapshot snapshot(ResultSet row) throws SQLException {
        return new Snapshot(row.getLong("snapshot_id"), row.getLong("project_id"), row.getString("title"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getLong("created_by"),
                row.getObject("version", Integer.class), row.getString("schema_version"),
                Json.readObject(row.getString("selection")), row.getLong("rows_in"), row.getLong("row_count"),
                Json.readObject(row.getString("left_out")), Json.readObject(row.getString("left_out_by_ties")),
                beside(row), sources(row), row.getLong("purged"), row.getString("sha256"),
                Json.readObject(row.getString("positions")), row.getBoolean("mixed"), row.getString("split_shares"),
                row.getString("project_title"), row.getString("guidelines"));
    }

    private static @Nullable Beside beside(ResultSet row) throws SQLException {
        String sha256 = row.getString("beside_sha256");
        return sha256 == null ? null : new Beside(row.getLong("both_bad"), row.getLong("without_row"), sha256);
    }

    private static @Nullable Sources sources(ResultSet row) throws SQLException {
        String spec = row.getString("comparison_spec");
        return spec == null
                ? null
                : new Sources(row.getLong("task_count"), row.getLong("annotation_count"),
                        row.getLong("purged_annotations"), row.getString("sources_sha256"),
                        Json.read(spec, ComparisonSpec.class),
                        Json.read(row.getString("source_counts"), Sources.TakenOf.class));
    }

    private static long number(PreparedStatement select) throws SQLException {
        try (select; ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
