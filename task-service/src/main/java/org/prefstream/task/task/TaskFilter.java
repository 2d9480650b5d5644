package org.prefstream.task.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.task.TaskColumn.Kind;

/**
 * Makes the condition of one filter. Values are parameters, and columns and operators come from fixed lists. A negated operator
 * selects exactly the tasks that its opposite does not, those without a value too.
 */
final class TaskFilter {

    private static final Map<String, String> COMPARISONS = Map.of("greater", ">", "greater_or_equal", ">=", "less", "<",
            "less_or_equal", "<=");
    private static final Map<String, String> OPPOSITES = Map.of("not_equal", "equal", "not_contains", "contains",
            "not_regex", "regex", "not_in", "in", "not_in_list", "in_list");

    private static final List<String> ORDERED = List.of("equal", "not_equal", "greater", "greater_or_equal", "less",
            "less_or_equal", "in", "not_in", "in_list", "not_in_list", "empty");
    private static final List<String> OF_TEXT = List.of("contains", "not_contains", "regex", "not_regex", "starts_with",
            "ends_with");
    private static final List<String> OF_FLAG = List.of("equal", "not_equal");
    private static final List<String> OF_PEOPLE = List.of("contains", "not_contains", "empty");

    private static final int REGEX_LONGEST = 1_000;
    private static final int LIST_LONGEST = 1_000;

    private final TaskColumn column;
    private final List<Object> parameters;

    TaskFilter(TaskColumn column, List<Object> parameters) {
        this.column = column;
        this.parameters = parameters;
    }

    /** {@return the condition; what it needs is added to the parameters} */
    String condition(String operator, @Nullable Object value) {
        if (!operators().contains(operator)) {
            throw FilterValue.refused(column,
                    "has no operator " + operator + "; it has " + String.join(", ", operators()));
        }
        String opposite = OPPOSITES.get(operator);
        return opposite == null ? positive(operator, value) : "not coalesce(" + positive(opposite, value) + ", false)";
    }

    private List<String> operators() {
        return switch (column.kind()) {
            case WHOLE, NUMBER, TIME -> ORDERED;
            case FLAG -> OF_FLAG;
            case PEOPLE -> OF_PEOPLE;
            case TEXT -> {
                List<String> all = new ArrayList<>(ORDERED);
                all.addAll(OF_TEXT);
                yield all;
            }
        };
    }

    private String positive(String operator, @Nullable Object value) {
        return switch (operator) {
            case "empty" -> empty(FilterValue.flag(column, value));
            case "contains" -> contains(value);
            case "regex" -> "(" + column.sql() + " ~ " + regex(value) + ")";
            case "equal" -> "(" + stored(value) + sortable() + " = " + bound(value) + ")";
            case "starts_with" -> "(" + stored(value) + "starts_with(" + column.sql() + ", " + bound(value) + "))";
            case "ends_with" ->
                "(" + stored(value) + "starts_with(reverse(" + column.sql() + "), reverse(" + bound(value) + ")))";
            case "in" -> between(value);
            case "in_list" -> oneOf(value);
            default -> "(" + sortable() + " " + COMPARISONS.get(operator) + " " + bound(value) + ")";
        };
    }

    private String empty(boolean wanted) {
        String sql = column.sql();
        String missing = column.kind() == Kind.TEXT
                ? "coalesce(" + sql + ", '') = ''"
                : column.counts() ? sql + " = 0" : sql + " is null";
        return wanted ? "(" + missing + ")" : "not (" + missing + ")";
    }

    /** Label Studio looks for texts in either case. */
    private String contains(@Nullable Object value) {
        return column.kind() == Kind.PEOPLE
                ? "(" + parameter(FilterValue.whole(column, value), "bigint") + " = any (" + column.sql() + "))"
                : "(strpos(lower(" + column.sql() + "), lower(" + bound(value) + ")) > 0)";
    }

    private String regex(@Nullable Object value) {
        String regex = FilterValue.text(column, value);
        if (regex.length() > REGEX_LONGEST) {
            throw FilterValue.refused(column, "needs a regular expression of at most " + REGEX_LONGEST + " characters");
        }
        return parameter(regex, "text");
    }

    private String between(@Nullable Object value) {
        Map<String, Object> range = Json.asObject(value);
        if (range == null || !range.containsKey("min") || !range.containsKey("max")) {
            throw FilterValue.refused(column, "needs an object with min and max as its value");
        }
        return column.kind() == Kind.NUMBER
                ? within(bound(range.get("min")), bound(range.get("max")))
                : "(" + sortable() + " between " + bound(range.get("min")) + " and " + bound(range.get("max")) + ")";
    }

    /**
     * {@code between} takes a value twice, and so would read the data of a task twice; a single range is made one again. A range must not end
     * before it begins.
     */
    private String within(String min, String max) {
        return "(%1$s <= %2$s and nummultirange(numrange(least(%1$s, %2$s), %2$s, '[]')) @> %3$s)".formatted(min, max,
                column.sql());
    }

    private String oneOf(@Nullable Object value) {
        if (!(value instanceof List<?> list) || list.isEmpty() || list.size() > LIST_LONGEST) {
            throw FilterValue.refused(column, "needs a list of 1 to " + LIST_LONGEST + " values");
        }
        return "(" + column.sql() + " in (" + String.join(", ", list.stream().map(this::bound).toList()) + "))";
    }

    /**
     * A value that a field has stands in the data as it is stored, as a text of JSON or as an object's own. Looking for it there costs a
     * fifth of reading the data as JSON, which is then done for few tasks.
     */
    private String stored(@Nullable Object value) {
        if (!column.isText()) {
            return "";
        }
        String text = FilterValue.text(column, value);
        return "(" + Stream.of(Json.writeInside(text), text)
                .distinct()
                .map(form -> "strpos(t.data, " + parameter(form, "text") + ") > 0")
                .collect(Collectors.joining(" or ")) + ") and ";
    }

    /** Texts are in the order of their characters' codes, whatever language the database was made for. */
    private String sortable() {
        return column.kind() == Kind.TEXT ? column.sql() + " collate \"C\"" : column.sql();
    }

    private String bound(@Nullable Object value) {
        return switch (column.kind()) {
            case WHOLE, PEOPLE -> parameter(FilterValue.whole(column, value), "bigint");
            case NUMBER -> "cast(" + parameter(FilterValue.number(column, value), "text") + " as numeric)";
            case TIME -> "cast(" + parameter(FilterValue.time(column, value), "text") + " as timestamptz)";
            case FLAG -> String.valueOf(FilterValue.flag(column, value));
            case TEXT -> parameter(FilterValue.text(column, value), "text");
        };
    }

    private String parameter(Object value, String type) {
        parameters.add(value);
        return "cast(?" + parameters.size() + " as " + type + ")";
    }
}
