package org.prefstream.task.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

/**
 * Which tasks a list asks for, as a condition of the query language with its parameters. Of Label Studio's {@code query} it
 * understands selections by id, order by id, and filters of numbers and of {@code completed_at}; the rest is refused by name.
 *
 * @param condition of tasks {@code t} and their counts {@code c}, which a task without annotations may lack
 */
record TaskQuery(String condition, List<Object> parameters, boolean descending) {

    private static final String ALL = "t.projectId = ?1";

    /** Counts are compared as long numbers, since a limit may be beyond all counts. */
    private static final Map<String, String> NUMBERS = Map.of("filter:tasks:id", "t.id", "filter:tasks:inner_id",
            "t.innerId", "filter:tasks:total_annotations", "cast(c.totalAnnotations as Long)",
            "filter:tasks:cancelled_annotations", "cast(c.cancelledAnnotations as Long)",
            "filter:tasks:total_predictions", "cast(t.totalPredictions as Long)");
    private static final Map<String, String> OPERATORS = Map.of("equal", "=", "not_equal", "<>", "greater", ">",
            "greater_or_equal", ">=", "less", "<", "less_or_equal", "<=");
    private static final String COMPLETED = "filter:tasks:completed_at";

    TaskQuery {
        parameters = List.copyOf(parameters);
    }

    /** {@return all tasks of a project that the query selects} */
    static TaskQuery of(long projectId, @Nullable String query, boolean onlyAnnotated) {
        List<Object> parameters = new ArrayList<>(List.of(projectId));
        StringBuilder condition = new StringBuilder(ALL);
        if (onlyAnnotated) {
            condition.append(" and c.totalAnnotations > 0");
        }
        if (query == null || query.isBlank()) {
            return new TaskQuery(condition.toString(), parameters, false);
        }
        Fields fields = Fields.of(query);
        select(fields, condition, parameters);
        filter(fields, condition, parameters);
        return new TaskQuery(condition.toString(), parameters, descending(fields));
    }

    /** {@return the same tasks, newest first} */
    TaskQuery newestFirst() {
        return new TaskQuery(condition, parameters, true);
    }

    /** {@return whether it selects all tasks of its project} */
    boolean isAll() {
        return condition.equals(ALL);
    }

    /** {@return the project whose tasks it selects} */
    long projectId() {
        return (Long) parameters.get(0);
    }

    private static void select(Fields fields, StringBuilder condition, List<Object> parameters) {
        Map<String, Object> selected = fields.object("selectedItems").orElse(Map.of());
        boolean all = !Boolean.FALSE.equals(selected.getOrDefault("all", true));
        List<Long> ids = ids(selected.getOrDefault(all ? "excluded" : "included", List.of()));
        if (!ids.isEmpty()) {
            parameters.add(ids);
            condition.append(all ? " and t.id not in ?" : " and t.id in ?").append(parameters.size());
        } else if (!all) {
            condition.append(" and 1 = 0");
        }
    }

    private static void filter(Fields fields, StringBuilder condition, List<Object> parameters) {
        Map<String, Object> filters = fields.object("filters").orElse(Map.of());
        if (!(filters.getOrDefault("items", List.of()) instanceof List<?> items)) {
            throw refused("filters.items must be a list");
        }
        List<String> conditions = new ArrayList<>();
        for (Object item : items) {
            Map<String, Object> filter = Json.asObject(item);
            if (filter == null) {
                throw refused("filters.items must hold objects");
            }
            conditions.add(condition(filter, parameters));
        }
        if (!conditions.isEmpty()) {
            boolean or = "or".equals(filters.get("conjunction"));
            condition.append(" and (").append(String.join(or ? " or " : " and ", conditions)).append(')');
        }
    }

    private static String condition(Map<String, Object> filter, List<Object> parameters) {
        Object column = filter.get("filter");
        Object operator = filter.get("operator");
        Object value = filter.get("value");
        if (COMPLETED.equals(column) && "empty".equals(operator)) {
            return "c.completedAt is " + (Boolean.parseBoolean(String.valueOf(value)) ? "null" : "not null");
        }
        String number = NUMBERS.get(String.valueOf(column));
        String comparison = OPERATORS.get(String.valueOf(operator));
        if (number == null || comparison == null) {
            throw refused("the filter " + column + " with the operator " + operator + " is not supported yet");
        }
        if (!String.valueOf(value).matches("-?[0-9]{1,18}")) {
            throw refused("the filter " + column + " needs a whole number as its value");
        }
        long limit = Long.parseLong(String.valueOf(value));
        parameters.add(limit);
        String compared = number + " " + comparison + " ?" + parameters.size();
        return number.startsWith("cast(c.") && holds(Long.compare(0, limit), comparison)
                ? "(" + compared + " or c.taskId is null)"
                : compared;
    }

    private static boolean holds(int compared, String comparison) {
        return switch (comparison) {
            case "=" -> compared == 0;
            case "<>" -> compared != 0;
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            default -> compared <= 0;
        };
    }

    private static boolean descending(Fields fields) {
        Object ordering = fields.get("ordering");
        if (ordering == null || ordering.equals(List.of()) || ordering.equals(List.of("tasks:id"))) {
            return false;
        }
        if (ordering.equals(List.of("-tasks:id"))) {
            return true;
        }
        throw refused("the ordering " + ordering + " is not supported yet; use [\"tasks:id\"] or [\"-tasks:id\"]");
    }

    private static List<Long> ids(Object list) {
        List<Long> ids = new ArrayList<>();
        for (Object id : list instanceof List<?> all ? all : List.of()) {
            if (!(id instanceof Integer || id instanceof Long)) {
                throw refused("selectedItems must name tasks by their ids");
            }
            ids.add(((Number) id).longValue());
        }
        return ids;
    }

    private static ProblemException refused(String message) {
        return ProblemException.invalid("query", message);
    }
}
