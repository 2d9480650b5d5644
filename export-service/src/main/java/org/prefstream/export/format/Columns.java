package org.prefstream.export.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The columns of a table, which are those of all its rows.
 *
 * <p>A control's column has the control's name. If a key of the data has the same name, its column is {@code _data_<name>}, for
 * all rows of the table.
 */
final class Columns {

    /** The most keys and controls that a table may have columns for. Nothing reads tables with more columns any longer. */
    static final int COLUMNS_MAX = 10_000;

    private static final List<String> ALWAYS = List.of("annotation_id", "annotator", "created_at", "lead_time",
            "updated_at");

    private static final Comparator<String> BY_CODE_POINT = Comparator.comparing(name -> name.codePoints().toArray(),
            Arrays::compare);

    private final Set<String> dataKeys = new HashSet<>();
    private final Set<String> controls = new HashSet<>();
    private boolean hasRows;

    private Columns() {
    }

    /**
     * Reads all rows and holds none of them.
     *
     * @throws ExportRefused if the rows need too many columns
     */
    static Columns of(Rows<FlatRow> rows) {
        var columns = new Columns();
        try (Stream<FlatRow> all = rows.open()) {
            all.forEachOrdered(columns::add);
        }
        return columns;
    }

    private void add(FlatRow row) {
        hasRows = true;
        dataKeys.addAll(row.task().data().keySet());
        controls.addAll(row.answers().keySet());
        if (dataKeys.size() + controls.size() > COLUMNS_MAX) {
            throw new ExportRefused(
                    "The tasks' data has more than %d different keys, too many for the columns of a table; "
                            .formatted(COLUMNS_MAX) + "export it as JSON.");
        }
    }

    /** {@return the column of a key of the data} */
    String ofData(String key) {
        return controls.contains(key) ? "_data_" + key : key;
    }

    /** {@return the names of all columns, sorted by code points} */
    List<String> names() {
        Stream<String> own = Stream.concat(ALWAYS.stream(), hasRows ? Stream.of("id") : Stream.empty());
        Stream<String> found = Stream.concat(dataKeys.stream().map(this::ofData), controls.stream());
        return Stream.concat(own, found).distinct().sorted(BY_CODE_POINT).toList();
    }
}
