package org.prefstream.labelstudio.proposal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.Conversation;
import org.prefstream.labelstudio.task.ValueExpression;

/**
 * What some tasks hold under one key of their data.
 *
 * @param name the key
 * @param kind what its values are
 * @param filled how many of the tasks have a value that is not blank
 * @param length the mean length of these values, as texts or as JSON, in characters
 * @param isInAll whether each of the tasks has a value, so that a configuration may show it
 */
public record Column(String name, Kind kind, int filled, int length, boolean isInAll) {

    /** What all values of a column are. */
    public enum Kind {

        TEXT,
        CONVERSATION,
        /** Each is a list of two texts or conversations. */
        PAIR,
        /** Each is a list of texts or conversations, at least two. */
        LIST,
        NUMERIC,
        EMPTY,
        /** Anything else, and values of several kinds. */
        OTHER;

        /** {@return whether people read it, as one text or conversation} */
        boolean isRead() {
            return this == TEXT || this == CONVERSATION;
        }
    }

    /** {@return the columns of tasks in the order in which their keys come first} */
    public static List<Column> of(List<Map<String, Object>> tasks) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        Map<String, Integer> present = new LinkedHashMap<>();
        for (Map<String, Object> task : tasks) {
            task.forEach((name, value) -> {
                List<Object> known = values.computeIfAbsent(name, key -> new ArrayList<>());
                if (value != null) {
                    present.merge(name, 1, Integer::sum);
                }
                if (value != null && !(value instanceof String text && text.isBlank())) {
                    known.add(value);
                }
            });
        }
        return values.entrySet()
                .stream()
                .map(column -> of(column.getKey(), column.getValue(),
                        isNamed(column.getKey(), tasks) && present.getOrDefault(column.getKey(), 0) == tasks.size()))
                .toList();
    }

    private static Column of(String name, List<Object> values, boolean isInAll) {
        long length = values.stream().mapToLong(Column::length).sum() / Math.max(1, values.size());
        return new Column(name, kind(values), values.size(), (int) length, isInAll);
    }

    /** A key that a value of a configuration cannot name cannot be shown. */
    private static boolean isNamed(String name, List<Map<String, Object>> tasks) {
        ValueExpression value = ValueExpression.of("$" + name);
        return value.hasVariables()
                && tasks.stream().allMatch(task -> Objects.equals(value.read(task), task.get(name)));
    }

    private static Kind kind(List<Object> values) {
        if (values.isEmpty()) {
            return Kind.EMPTY;
        }
        List<Kind> kinds = values.stream().map(Column::kind).distinct().toList();
        if (kinds.size() == 1) {
            return kinds.get(0);
        }
        if (values.stream().allMatch(String.class::isInstance)) {
            return Kind.TEXT;
        }
        boolean areLists = kinds.stream().allMatch(kind -> kind == Kind.PAIR || kind == Kind.LIST);
        return areLists ? Kind.LIST : Kind.OTHER;
    }

    private static Kind kind(Object value) {
        if (value instanceof String text) {
            return text.matches("\\s*[+-]?[0-9]+([.,][0-9]+)?\\s*") ? Kind.NUMERIC : Kind.TEXT;
        }
        if (value instanceof Number || value instanceof Boolean) {
            return Kind.NUMERIC;
        }
        if (isConversation(value)) {
            return Kind.CONVERSATION;
        }
        boolean areRead = value instanceof List<?> items && items.size() > 1
                && items.stream().allMatch(item -> item instanceof String || isConversation(item));
        if (!areRead) {
            return Kind.OTHER;
        }
        return ((List<?>) value).size() == 2 ? Kind.PAIR : Kind.LIST;
    }

    private static boolean isConversation(@Nullable Object value) {
        return value != null && Conversation.in(value, null, null).isPresent();
    }

    private static int length(Object value) {
        return value instanceof String text ? text.length() : Json.write(value).length();
    }
}
