package org.prefstream.export.format;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.parquet.ParquetOutput;
import org.prefstream.labelstudio.json.Json;

/** Dataset records as a Parquet file, with a typed column for each of their keys. */
@ApplicationScoped
class ParquetFormat implements ExportFormat {

    private static final FormatCard CARD = new FormatCard(60, "PARQUET", "Parquet",
            "The same rows with typed columns, for pandas, DuckDB and datasets.", "https://parquet.apache.org/docs/",
            RowKind.PREFERENCE, FileType.PARQUET, List.of("training"));

    private static final int BUFFER_BYTES = 64 * 1024;

    @Override
    public FormatCard card() {
        return CARD;
    }

    /** {@code datasets} fails on a file without rows. */
    @Override
    public long rowsMin() {
        return 1;
    }

    @Override
    public ExportFile open(ExportSource source) {
        return new RowFile<>(source.preferences(), ParquetFormat::write);
    }

    private static void write(Iterator<byte[]> records, OutputStream out) throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        Map<String, Object> row = records.hasNext() ? read(records.next()) : Map.of();
        PreferenceColumns columns = PreferenceColumns.like(row);
        var file = new ParquetOutput(columns.schema(), buffered);
        while (!row.isEmpty()) {
            write(columns, row, file);
            row = records.hasNext() ? read(records.next()) : Map.of();
        }
        file.finish();
        buffered.flush();
    }

    /** {@return the keys of a record} */
    static Map<String, Object> read(byte[] record) {
        return Json.readObject(new String(record, StandardCharsets.UTF_8));
    }

    /** Writes a row to a file that has these columns. */
    static void write(PreferenceColumns columns, Map<String, Object> row, ParquetOutput file) throws IOException {
        file.write(out -> columns.write(row, out));
    }
}
