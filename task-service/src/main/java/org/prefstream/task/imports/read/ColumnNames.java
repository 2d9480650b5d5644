package org.prefstream.task.imports.read;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Which columns of a file stand for keys of the tasks' data that have other names. What stands under such a key in the file is left
 * out, unless it stands for another key itself.
 *
 * @param columns the columns' names by the keys that they stand for
 */
public record ColumnNames(Map<String, String> columns) {

    /** Every column is called as its key. */
    public static final ColumnNames AS_THEY_ARE = new ColumnNames(Map.of());

    public ColumnNames {
        columns = Map.copyOf(columns);
    }

    /** {@return the data under the names of its keys, in the order of the file} A column that is not there names nothing. */
    Map<String, Object> named(Map<String, Object> data) {
        if (columns.isEmpty()) {
            return data;
        }
        Map<String, Object> named = new LinkedHashMap<>();
        Set<String> sources = new HashSet<>(columns.values());
        data.forEach((name, value) -> {
            if (!sources.contains(name) && !columns.containsKey(name)) {
                named.put(name, value);
            }
            columns.forEach((key, column) -> {
                if (column.equals(name)) {
                    named.put(key, value);
                }
            });
        });
        return named;
    }
}
