package org.prefstream.labelstudio.task;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** Finds a value in nested data by a path such as {@code call.outputs[0].text}. */
final class DataPath {

    private DataPath() {
    }

    /** {@return the value at that path; null where there is none. The longest key that the data has comes first} */
    static @Nullable Object read(@Nullable Object value, String path) {
        if (path.isEmpty()) {
            return value;
        }
        if (value instanceof Map<?, ?> members) {
            return ofMember(members, path);
        }
        return value instanceof List<?> items ? ofItem(items, path) : null;
    }

    private static @Nullable Object ofMember(Map<?, ?> members, String path) {
        String key = keyOf(members, path);
        return key == null ? null : read(members.get(key), rest(path, key.length()));
    }

    /** {@return the key by which a path leads into an object: the longest that leads to something; null if none does} */
    static @Nullable String keyOf(Map<?, ?> members, String path) {
        for (int end = path.length(); end > 0; end = Math.max(path.lastIndexOf('.', end - 1),
                path.lastIndexOf('[', end - 1))) {
            String key = path.substring(0, end);
            if (members.containsKey(key) && (end == path.length() || read(members.get(key), rest(path, end)) != null)) {
                return key;
            }
        }
        return null;
    }

    private static @Nullable Object ofItem(List<?> items, String path) {
        boolean inBrackets = path.charAt(0) == '[';
        int begin = inBrackets ? 1 : 0;
        int end = begin;
        while (end < path.length() && Character.digit(path.charAt(end), 10) >= 0) {
            end++;
        }
        int index = place(path, begin, end);
        int next = inBrackets ? end + 1 : end;
        boolean isWhole = next >= path.length() || path.charAt(next) == '.' || path.charAt(next) == '[';
        return index < items.size() && isWhole ? read(items.get(index), rest(path, next)) : null;
    }

    /** More digits than nine are no place in a list. */
    private static int place(String path, int begin, int end) {
        return end == begin || end - begin > 9 ? Integer.MAX_VALUE : Integer.parseInt(path.substring(begin, end));
    }

    /** What follows a key: a dot goes with it, a bracket belongs to what comes. */
    static String rest(String path, int end) {
        if (end >= path.length()) {
            return "";
        }
        return path.charAt(end) == '.' ? path.substring(end + 1) : path.substring(end);
    }
}
