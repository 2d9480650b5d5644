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
 * @param isAnswered whether each is a conversation that ends with what a model said, so that it is no prompt
 * @param hindrance why a configuration cannot show it
 */
public record Column(String name, Kind kind, int filled, int length, boolean isAnswered, Hindrance hindrance) {

    /** Why a column cannot be shown. */
    public enum Hindrance {
        NONE,
        /** Not every task has a value. */
        MISSING,
        /** No value of a configuration can name it. */
        NAME
    }

    /** What all values of a column are. */
    public enum Kind {

        TEXT,
        CONVERSATION,
        /** Each is a list of two texts or conversations, and whose name may be followed by a place in it. */
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

        /** {@return whether it may be compared by itself} */
        public boolean isList() {
            return this == PAIR || this == LIST;
        }
    }

    /** {@return whether a configuration may show it} */
    public boolean canBeShown() {
        return hindrance == Hindrance.NONE;
    }

    /**
     * {@return the columns of tasks in the order in which their keys come first}
     *
     * @param areAll whether there are no more tasks: only then can a list of two answers be told from a longer one
     */
    public static List<Column> of(List<Map<String, Object>> tasks, boolean areAll) {
        Map<String, List<Object>> values = new LinkedHashMap<>();
        Map<String, Integer> present = new LinkedHashMap<>();
        for (Map<String, Object> task : tasks) {
            task.forEach((name, value) -> {
                List<Object> known = values.computeIfAbsent(name, key -> new ArrayList<>());
                if (value != null) {
                    present.merge(name, 1, Integer::sum);
                }
                if (!isBlank(value)) {
                    known.add(value);
                }
            });
        }
        return values.entrySet().stream().map(column -> {
            String name = column.getKey();
            Kind kind = kind(column.getValue());
            boolean isPair = kind == Kind.PAIR && areAll && ValueExpression.of("$" + name).key().isPresent();
            return new Column(name, kind == Kind.PAIR && !isPair ? Kind.LIST : kind, column.getValue().size(),
                    meanLength(column.getValue()), kind == Kind.CONVERSATION && areAnswered(column.getValue()),
                    present.getOrDefault(name, 0) < tasks.size()
                            ? Hindrance.MISSING
                            : isNamed(name, tasks) ? Hindrance.NONE : Hindrance.NAME);
        }).toList();
    }

    private static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof String text && text.isBlank())
                || (value instanceof List<?> list && list.isEmpty());
    }

    private static int meanLength(List<Object> values) {
        return (int) (values.stream().mapToLong(Column::length).sum() / Math.max(1, values.size()));
    }

    private static boolean areAnswered(List<Object> conversations) {
        return conversations.stream()
                .flatMap(value -> Conversation.in(value, null, null).stream())
                .map(Conversation::messages)
                .allMatch(messages -> "assistant".equals(messages.get(messages.size() - 1).get("role")));
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
        return kinds.stream().allMatch(Kind::isList) ? Kind.LIST : Kind.OTHER;
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
