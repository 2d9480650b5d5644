package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Writes {@link ExportFormat#CSV} and {@link ExportFormat#TSV} as Python's csv module does when it quotes everything but
 * numbers: nothing is an empty text, truth is {@code True} and {@code False}, lines end in CR and LF. Lists and objects are
 * compact JSON.
 */
final class CsvWriter implements RowWriter<ExportedTask> {

    private final CsvColumns columns;
    private final List<String> names;
    private final char separator;
    private final Writer out;

    CsvWriter(CsvColumns columns, char separator, Writer out) throws IOException {
        this.columns = columns;
        this.names = columns.names();
        this.separator = separator;
        this.out = out;
        line(names);
    }

    @Override
    public void write(ExportedTask task) throws IOException {
        for (FlatRow row : FlatRow.of(task, columns.spec())) {
            Map<String, @Nullable Object> cells = cells(row);
            line(names.stream().map(cells::remove).toList());
            if (!cells.isEmpty()) {
                throw new IllegalStateException("the rows have changed since their columns were collected: task "
                        + task.id() + " has new keys");
            }
        }
    }

    @Override
    public void finish() throws IOException {
        out.flush();
    }

    private Map<String, @Nullable Object> cells(FlatRow row) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("id", row.task().id());
        cells.putAll(row.answers());
        row.task().data().forEach((key, value) -> cells.put(columns.ofData(key), value));
        ExportedAnnotation annotation = row.annotation();
        cells.put("annotator", annotation == null ? null : Long.toString(annotation.completedBy()));
        cells.put("annotation_id", annotation == null ? null : annotation.id());
        cells.put("created_at", annotation == null ? null : Times.text(annotation.createdAt()));
        cells.put("updated_at", annotation == null ? null : Times.text(annotation.updatedAt()));
        cells.put("lead_time", annotation == null ? null : FloatNumber.of(annotation.leadTime()));
        return cells;
    }

    private void line(List<?> cells) throws IOException {
        boolean isFirst = true;
        for (Object cell : cells) {
            if (!isFirst) {
                out.write(separator);
            }
            out.write(text(cell));
            isFirst = false;
        }
        out.write("\r\n");
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "\"\"";
        } else if (cell instanceof FloatNumber number) {
            return number.csv();
        } else if (cell instanceof Number) {
            return cell.toString();
        } else if (cell instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        String text = cell instanceof String plain ? plain : JsonText.of(cell);
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
