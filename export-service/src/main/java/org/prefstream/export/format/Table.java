package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.view.FloatNumber;

/**
 * A table as Python's csv module writes it when it quotes everything but numbers. A null is an empty text, and booleans are
 * {@code True} and {@code False}. Lists and objects are compact JSON. Lines end in CR and LF. Texts are written as they are,
 * unless the table is for a spreadsheet.
 */
final class Table {

    /** The flag of a request for a table that is safe to open as a spreadsheet. */
    private static final String FOR_SPREADSHEET = "spreadsheet";
    static final Set<String> FLAGS = Set.of(FOR_SPREADSHEET);

    private final Columns columns;
    private final List<String> names;
    private final char separator;
    private final boolean isForSpreadsheet;

    private Table(Columns columns, char separator, boolean isForSpreadsheet) {
        this.columns = columns;
        this.names = columns.names();
        this.separator = separator;
        this.isForSpreadsheet = isForSpreadsheet;
    }

    /**
     * Collects the columns of all rows, and then opens the rows again.
     *
     * @throws ExportRefused if the rows need too many columns
     */
    static ExportFile open(ExportSource source, char separator) {
        Rows<FlatRow> rows = FlatRow.allOf(source);
        var table = new Table(Columns.of(rows), separator, source.has(FOR_SPREADSHEET));
        return new RowFile<>(rows, RowFile.text(table::write));
    }

    private void write(Iterator<FlatRow> rows, Writer out) throws IOException {
        line(names, out);
        while (rows.hasNext()) {
            FlatRow row = rows.next();
            Map<String, @Nullable Object> cells = cells(row);
            line(names.stream().map(cells::remove).toList(), out);
            if (!cells.isEmpty()) {
                throw new IllegalStateException("the rows have changed since their columns were collected: task "
                        + row.task().id() + " has new keys");
            }
        }
    }

    private Map<String, @Nullable Object> cells(FlatRow row) {
        Map<String, @Nullable Object> cells = new HashMap<>();
        cells.put("id", row.task().id());
        cells.putAll(row.answers());
        row.task().data().forEach((key, value) -> cells.put(columns.ofData(key), value));
        cells.putAll(row.provenance());
        cells.computeIfPresent(FlatRow.ANNOTATOR, (key, id) -> id.toString());
        return cells;
    }

    private void line(List<?> cells, Writer out) throws IOException {
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

    private String text(@Nullable Object cell) {
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
        return '"' + (isForSpreadsheet ? Spreadsheet.harmless(text) : text).replace("\"", "\"\"") + '"';
    }
}
