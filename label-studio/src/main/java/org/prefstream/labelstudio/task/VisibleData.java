package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;

/**
 * What annotators get of a task's data: what the configuration shows and nothing else. Models' names and answers that are
 * known to be right stay here.
 */
public final class VisibleData {

    private VisibleData() {
    }

    /**
     * {@return the data, keys in their order, without what the spec does not show. Items of a list keep their places; what is
     * not shown of them is left out}
     */
    public static Map<String, Object> of(ComparisonSpec pattern, Map<String, Object> data) {
        ComparisonSpec spec = Expansion.of(pattern, data);
        List<String> paths = ValueExpression
                .all(Stream
                        .concat(spec.objects().stream().map(ShownObject::value),
                                spec.controls().stream().map(Control::value).filter(Objects::nonNull))
                        .toList())
                .stream()
                .flatMap(value -> value.paths(data).stream())
                .toList();
        Object visible = visible(data, paths);
        Map<String, Object> members = new LinkedHashMap<>();
        if (visible instanceof Map<?, ?> found) {
            found.forEach((key, value) -> members.put(key.toString(), value));
        }
        return members;
    }

    /** A path that ends here shows all of the value. */
    private static @Nullable Object visible(@Nullable Object value, List<String> paths) {
        if (paths.contains("")) {
            return value;
        }
        if (value instanceof Map<?, ?> members) {
            Map<String, List<String>> inside = insideOf(members, paths);
            Map<String, @Nullable Object> visible = new LinkedHashMap<>();
            members.forEach((key, member) -> {
                List<String> shown = inside.get(key.toString());
                if (shown != null) {
                    visible.put(key.toString(), visible(member, shown));
                }
            });
            return visible;
        }
        if (value instanceof List<?> items) {
            List<@Nullable Object> visible = new ArrayList<>();
            for (int i = 0; i < items.size(); i++) {
                List<String> inside = insideOfItem(paths, i);
                visible.add(inside.isEmpty() ? null : visible(items.get(i), inside));
            }
            return Collections.unmodifiableList(visible);
        }
        return null;
    }

    /** {@return by key, the paths that lead on from it} Where two keys would do, only the one that is shown counts. */
    static Map<String, List<String>> insideOf(Map<?, ?> members, List<String> paths) {
        Map<String, List<String>> inside = new HashMap<>();
        for (String path : paths) {
            String key = DataPath.keyOf(members, path);
            if (key != null) {
                inside.computeIfAbsent(key, first -> new ArrayList<>()).add(DataPath.rest(path, key.length()));
            }
        }
        return inside;
    }

    /** {@return the paths that lead on from an item of a list} */
    static List<String> insideOfItem(List<String> paths, int index) {
        List<String> inside = new ArrayList<>(inside(paths, "[" + index + "]"));
        inside.addAll(inside(paths, Integer.toString(index)));
        return inside;
    }

    private static List<String> inside(List<String> paths, String key) {
        List<String> inside = new ArrayList<>();
        for (String path : paths) {
            if (path.equals(key)) {
                inside.add("");
            } else if (path.startsWith(key + ".")) {
                inside.add(path.substring(key.length() + 1));
            } else if (path.startsWith(key + "[")) {
                inside.add(path.substring(key.length()));
            }
        }
        return inside;
    }
}
