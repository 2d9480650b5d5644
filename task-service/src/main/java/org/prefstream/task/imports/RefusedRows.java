package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.prefstream.contract.Times;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.task.imports.read.ImportFormat;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.RefusedRow;
import org.prefstream.task.imports.read.RowPlace;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/** Stores the rows that an import leaves out, as files that can be mended and imported again, and tells about them. */
final class RefusedRows {

    /** So many are named in an answer. */
    private static final int NAMED = 100;
    private static final int NAMED_IN_REFUSALS = 10;
    private static final String FORGET = "delete from refused_rows where project_id = ? and import_id = ?";
    private static final String STORE = """
            insert into refused_rows (project_id, import_id, created_at, part, piece, file_name, content)
            select ?, cast(? as uuid), cast(? as timestamptz), p.* from unnest(cast(? as int[]), cast(? as int[]),
                cast(? as text[]), cast(? as text[])) p
            """;

    private final Connection connection;
    private final long projectId;
    private final UUID importId;
    private final Instant now;
    private final List<Row> named = new ArrayList<>();
    private final Map<Integer, File> files = new TreeMap<>();
    private long count;

    RefusedRows(Connection connection, long projectId, UUID importId, Instant now) {
        this.connection = connection;
        this.projectId = projectId;
        this.importId = importId;
        this.now = now;
    }

    /**
     * What an import left out because it could not be imported.
     *
     * @param rows the first ones
     * @param files what holds all of them, one for each file of the import that has any
     */
    record View(
            @JsonProperty("count") long count,
            @JsonProperty("rows") List<Row> rows,
            @JsonProperty("files") List<FileView> files) {
    }

    /** A row that was left out, and what would be right. */
    record Row(@JsonUnwrapped RowPlace place, @JsonProperty("error") String error) {
    }

    /** Where the rows of a file can be had, for a day. */
    record FileView(
            @JsonProperty("name") String name,
            @JsonProperty("count") long count,
            @JsonProperty("url") String url) {
    }

    private static final class File {

        private final String name;
        private int pieces;
        private long rows;

        File(String name) {
            this.name = name;
        }
    }

    private record Piece(int part, int piece, String fileName, String content) {
    }

    /** Stores rows, in the order of the import; blocks. */
    void add(List<RefusedRow> refused) throws SQLException {
        if (refused.isEmpty()) {
            return;
        }
        if (files.isEmpty()) {
            forgetFormer();
        }
        count += refused.size();
        refused.stream().limit(NAMED - named.size()).forEach(row -> named.add(new Row(row.place(), row.reason())));
        List<Piece> pieces = new ArrayList<>();
        refused.stream()
                .sorted(Comparator.comparingLong(row -> row.place().item()))
                .collect(Collectors.groupingBy(row -> row.place().part(), TreeMap::new, Collectors.toList()))
                .forEach((part, rows) -> pieces.add(piece(part, rows)));
        new SetStatement<>(STORE, pieces).value(projectId)
                .value(importId.toString())
                .value(Times.format(now))
                .ints(Piece::part)
                .ints(Piece::piece)
                .texts(Piece::fileName)
                .texts(Piece::content)
                .execute(connection);
    }

    private Piece piece(int part, List<RefusedRow> rows) {
        RefusedRow first = rows.get(0);
        File file = files.computeIfAbsent(part, ignored -> new File(nameFor(first)));
        String head = file.pieces == 0 ? first.header() : "";
        file.rows += rows.size();
        return new Piece(part, file.pieces++, file.name,
                head + rows.stream().map(RefusedRow::text).collect(Collectors.joining()));
    }

    /** JSON of any kind is written line by line. */
    private static String nameFor(RefusedRow row) {
        String file = row.place().file() == null ? "import" : row.place().file();
        ImportFormat format = row.format() == ImportFormat.JSON ? ImportFormat.JSON_LINES : row.format();
        return file.replaceFirst("\\.[^.]*$", "") + ".refused" + format.extension();
    }

    /** An import that was sent under the same id before was another one. */
    private void forgetFormer() throws SQLException {
        try (PreparedStatement forget = connection.prepareStatement(FORGET)) {
            forget.setLong(1, projectId);
            forget.setObject(2, importId);
            forget.executeUpdate();
        }
    }

    long count() {
        return count;
    }

    View view() {
        List<FileView> all = new ArrayList<>();
        files.forEach((part, file) -> all.add(new FileView(file.name, file.rows,
                "/api/projects/" + projectId + "/imports/" + importId + "/refused/" + part)));
        return new View(count, named, all);
    }

    /** {@return the refusal of an import that has nothing else} */
    ImportInvalid nothingElse() {
        return ImportInvalid.tasks("No row can be imported, so nothing was stored. " + named.stream()
                .limit(NAMED_IN_REFUSALS)
                .map(row -> row.place().words() + ": " + row.error())
                .collect(Collectors.joining("; ")) + (count > NAMED_IN_REFUSALS ? "; and more" : ""));
    }
}
