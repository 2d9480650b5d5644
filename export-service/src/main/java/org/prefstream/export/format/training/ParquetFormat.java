package org.prefstream.export.format.training;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.export.format.ExportFile;
import org.prefstream.export.format.ExportSource;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.FormatCard;
import org.prefstream.export.format.RowFile;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.format.Rows;
import org.prefstream.export.parquet.ParquetOutput;
import org.prefstream.labelstudio.json.Json;

/** Dataset records as a Parquet file, with a typed column for each of their keys. */
@ApplicationScoped
class ParquetFormat extends RecordFormat {

    private static final int BUFFER_BYTES = 64 * 1024;

    ParquetFormat() {
        super(new FormatCard(60, "PARQUET", "Parquet",
                "The same rows with typed columns, for pandas, DuckDB and datasets.",
                "https://parquet.apache.org/docs/", RowKind.PREFERENCE, FileType.PARQUET, List.of("training")),
                RECORDS);
    }

    @Override
    ExportFile data(ExportSource source) {
        Rows<byte[]> records = taken(source, source.preferences());
        PreferenceColumns columns = columns(records);
        return new RowFile<>(records, (rows, out) -> write(columns, rows, out));
    }

    /** {@return the columns that the rows need} Texts all need the same; of conversations every row is looked through. */
    private static PreferenceColumns columns(Rows<byte[]> rows) {
        try (Stream<byte[]> all = rows.open()) {
            Iterator<byte[]> records = all.iterator();
            Map<String, Object> row = records.hasNext() ? read(records.next()) : Map.of();
            boolean areMessages = row.get("prompt") instanceof List;
            MessageFields fields = MessageFields.PLAIN.and(row);
            while (areMessages && records.hasNext()) {
                fields = fields.and(read(records.next()));
            }
            return PreferenceColumns.like(row, areMessages, fields);
        }
    }

    private static void write(PreferenceColumns columns, Iterator<byte[]> records, OutputStream out)
            throws IOException {
        OutputStream buffered = new BufferedOutputStream(out, BUFFER_BYTES);
        var file = new ParquetOutput(columns.schema(), buffered);
        while (records.hasNext()) {
            write(columns, read(records.next()), file);
        }
        file.finish();
        buffered.flush();
    }

    /** {@return the keys of a record} */
    static Map<String, Object> read(byte[] record) {
        return Json.readObject(record);
    }

    /** Writes a row to a file that has these columns. */
    static void write(PreferenceColumns columns, Map<String, Object> row, ParquetOutput file) throws IOException {
        file.write(out -> columns.write(row, out));
    }
}
