package org.prefstream.export.format;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;

/** Writes tasks in one of Label Studio's formats. Which tasks those are, and in which order, is for the caller to say. */
public final class TaskExport {

    private TaskExport() {
    }

    /**
     * Writes a whole file, and leaves the stream open.
     *
     * @param spec what controls the project has: other answers are left out of all formats but JSON
     * @param tasks opened twice for a table, otherwise once
     * @throws ExportRefused if the tasks make no readable file; then nothing was written
     */
    public static void write(ExportFormat format, ComparisonSpec spec, Rows<ExportedTask> tasks, OutputStream out)
            throws IOException {
        var columns = new CsvColumns(spec);
        if (format.isTable()) {
            try (Stream<ExportedTask> rows = tasks.open()) {
                rows.forEachOrdered(columns::add);
            }
        }
        RowWriter<ExportedTask> writer = writer(format, columns, out);
        try (Stream<ExportedTask> rows = tasks.open()) {
            for (Iterator<ExportedTask> remaining = rows.iterator(); remaining.hasNext();) {
                writer.write(remaining.next());
            }
        }
        writer.finish();
    }

    /**
     * {@return a writer of the format, for callers that get their tasks in portions}
     *
     * @param columns has been given all tasks if {@link ExportFormat#isTable()}, otherwise none
     * @throws IllegalArgumentException if the format is not of tasks
     */
    public static RowWriter<ExportedTask> writer(ExportFormat format, CsvColumns columns, OutputStream out)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        return switch (format) {
            case JSON -> new TaskJsonWriter(text);
            case JSON_MIN -> new FlatJsonWriter(columns.spec(), text);
            case CSV -> new CsvWriter(columns, ',', text);
            case TSV -> new CsvWriter(columns, '\t', text);
            case TRL -> throw new IllegalArgumentException("TRL has dataset records as rows, not tasks");
        };
    }
}
