package org.prefstream.export.format;

import java.io.IOException;
import java.io.Writer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.task.ValueExpression;
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
    /** The parameter of a request for these columns alone, in this order. */
    private static final String COLUMNS = "columns";
    static final Map<String, List<String>> CHOICES = Map.of(COLUMNS, List.of());

    private static final int NAMES_SHOWN = 50;

    private final Columns columns;
    private final Set<String> known;
    private final List<String> names;
    private final char separator;
    private final boolean isForSpreadsheet;

    private Table(Columns columns, List<String> names, char separator, boolean isForSpreadsheet) {
        this.columns = columns;
        this.known = Set.copyOf(columns.names());
        this.names = names;
        this.separator = separator;
        this.isForSpreadsheet = isForSpreadsheet;
    }

    /**
     * Collects the columns of all rows, and then opens the rows again.
     *
     * @throws ExportRefused if the rows need too many columns
     * @throws ProblemException a 400 if a column was asked for that they do not have
     */
    static ExportFile open(ExportSource source, char separator) {
        Rows<FlatRow> rows = FlatRow.allOf(source);
        Columns columns = Columns.of(rows);
        var table = new Table(columns, wanted(columns, source), separator, source.has(FOR_SPREADSHEET));
        return new RowFile<>(rows, RowFile.text(table::write));
    }

    /** Reads all rows if columns were asked for, and fails as {@link #open} does if the rows do not have them. */
    static void requireColumns(ExportSource source) {
        if (source.choice(COLUMNS) != null) {
            wanted(Columns.of(FlatRow.allOf(source)), source);
        }
    }

    private static List<String> wanted(Columns columns, ExportSource source) {
        String choice = source.choice(COLUMNS);
        if (choice == null) {
            return columns.names();
        }
        List<String> all = Stream.concat(columns.names().stream(), configured(source.spec())).distinct().toList();
        List<String> wanted = Stream.of(choice.split(",", -1)).map(String::strip).toList();
        List<String> unknown = wanted.stream().filter(name -> !all.contains(name)).toList();
        if (!unknown.isEmpty() || Set.copyOf(wanted).size() < wanted.size()) {
            throw ProblemException.invalid(COLUMNS, "must be columns of this table, each once, with commas: %s%s"
                    .formatted(shown(all), unknown.isEmpty() ? "" : "; not " + shown(unknown)));
        }
        return wanted;
    }

    /** What the configuration shows and asks is a column also while no row has it, so that a script can ask for it before. */
    private static Stream<String> configured(ComparisonSpec spec) {
        Stream<String> keys = spec.objects()
                .stream()
                .flatMap(object -> ValueExpression.of(object.value()).variables().stream())
                .map(path -> path.split("[.\\[]", 2)[0]);
        return Stream.concat(keys,
                spec.controls().stream().filter(control -> control.repeats().isEmpty()).map(Control::name));
    }

    private static String shown(List<String> names) {
        return names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "))
                + (names.size() > NAMES_SHOWN ? ", and others" : "");
    }

    private void write(Iterator<FlatRow> rows, Writer out) throws IOException {
        line(names, out);
        while (rows.hasNext()) {
            FlatRow row = rows.next();
            Map<String, @Nullable Object> cells = cells(row);
            line(names.stream().map(cells::get).toList(), out);
            if (!known.containsAll(cells.keySet())) {
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
