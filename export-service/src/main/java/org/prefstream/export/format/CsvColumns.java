package org.prefstream.export.format;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;

/**
 * Collects the columns of a table, which are those of all its rows: to be given every task before the first is written.
 *
 * <p>A control's column is named as the control; a key of the data with that name becomes {@code _data_<name>}, in every row
 * once it is so in one.
 */
public final class CsvColumns {

    /** The most columns that a table may have; tables of more are no longer read by anything. */
    public static final int COLUMNS_MAX = 10_000;

    private static final List<String> ALWAYS = List.of("annotation_id", "annotator", "created_at", "lead_time",
            "updated_at");

    private static final Comparator<String> BY_CODE_POINT = Comparator.comparing(name -> name.codePoints().toArray(),
            Arrays::compare);

    private final ComparisonSpec spec;
    private final Set<String> dataKeys = new HashSet<>();
    private final Set<String> controls = new HashSet<>();
    private boolean hasRows;

    /** Begins with the columns that every table has. */
    public CsvColumns(ComparisonSpec spec) {
        this.spec = spec;
    }

    /**
     * Adds the columns that the task's rows need.
     *
     * @throws ExportRefused if they become too many
     */
    public void add(ExportedTask task) {
        for (FlatRow row : FlatRow.of(task, spec)) {
            hasRows = true;
            dataKeys.addAll(row.task().data().keySet());
            controls.addAll(row.answers().keySet());
            if (dataKeys.size() + controls.size() > COLUMNS_MAX) {
                throw new ExportRefused(
                        "The tasks' data has more than %d different keys, too many for the columns of a table; "
                                .formatted(COLUMNS_MAX) + "export it as JSON.");
            }
        }
    }

    ComparisonSpec spec() {
        return spec;
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
