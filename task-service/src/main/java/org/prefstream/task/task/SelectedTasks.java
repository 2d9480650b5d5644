package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.prefstream.kit.web.Fields;

/**
 * The tasks that Label Studio's {@code selectedItems} names. Without it all are selected, and an empty one is none. One that does not
 * say whether all are is refused, as Label Studio does not take it either: it would select all where some were meant.
 *
 * @param all whether all are selected but those named
 * @param ids the named ones, separated by commas; empty where none is named
 */
record SelectedTasks(boolean all, String ids) {

    private static final SelectedTasks ALL = new SelectedTasks(true, "");

    static SelectedTasks of(Fields query) {
        Map<String, Object> selected = query.object("selectedItems").orElse(Map.of());
        if (selected.isEmpty()) {
            return ALL;
        }
        if (!(selected.get("all") instanceof Boolean all)) {
            throw TaskQuery
                    .refused("selectedItems must say whether all are selected: {\"all\": false, \"included\": [ids]} "
                            + "or {\"all\": true, \"excluded\": [ids]}");
        }
        return new SelectedTasks(all, ids(selected.getOrDefault(all ? "excluded" : "included", List.of())));
    }

    private static String ids(Object list) {
        if (!(list instanceof List<?> all)) {
            return "";
        }
        return all.stream().map(id -> {
            if (!(id instanceof Integer || id instanceof Long)) {
                throw TaskQuery.refused("selectedItems must name tasks by their ids");
            }
            return id.toString();
        }).collect(Collectors.joining(","));
    }
}
