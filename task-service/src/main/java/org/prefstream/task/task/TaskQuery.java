package org.prefstream.task.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

/**
 * Which tasks a list asks for, and in which order, as SQL with its parameters: selections by id, filters and orderings of Label
 * Studio's {@code query}.
 *
 * @param condition of tasks {@code t} and their counts {@code c}, which a task without annotations may lack
 * @param order what to order by
 * @param closed the columns that annotators may not use, and that this query uses
 */
record TaskQuery(String condition, List<Object> parameters, String order, List<String> closed) {

    private static final String ALL = "t.project_id = ?1";
    private static final String OLDEST_FIRST = "t.id";
    private static final String NEWEST_FIRST = "t.id desc";
    private static final String FILTER = "filter:tasks:";
    private static final int FILTERS_MOST = 50;
    private static final int ORDERINGS_MOST = 5;

    TaskQuery {
        parameters = List.copyOf(parameters);
        closed = List.copyOf(closed);
    }

    /**
     * {@return all tasks of a project that the query selects}
     *
     * @throws ProblemException 400 that names what the query asks for and cannot have
     */
    static TaskQuery of(long projectId, @Nullable String query, boolean onlyAnnotated) {
        return new Reading(projectId).read(query == null || query.isBlank() ? "{}" : query, onlyAnnotated);
    }

    /** {@return the same tasks, newest first} */
    TaskQuery newestFirst() {
        return new TaskQuery(condition, parameters, NEWEST_FIRST, closed);
    }

    /** {@return whether it selects all tasks of its project, in the order of their ids} */
    boolean isAll() {
        return condition.equals(ALL) && (order.equals(OLDEST_FIRST) || descending());
    }

    boolean descending() {
        return order.equals(NEWEST_FIRST);
    }

    /** {@return the project whose tasks it selects} */
    long projectId() {
        return (Long) parameters.get(0);
    }

    /** {@return the failure that says that the query's regular expression is none} */
    static ProblemException noRegex() {
        return refused("filters.items has a regular expression that PostgreSQL does not understand");
    }

    private static ProblemException refused(String message) {
        return ProblemException.invalid("query", message);
    }

    /** Reads one query. */
    private static final class Reading {

        private final List<Object> parameters = new ArrayList<>();
        private final StringBuilder condition = new StringBuilder(ALL);
        private final List<String> closed = new ArrayList<>();

        Reading(long projectId) {
            parameters.add(projectId);
        }

        TaskQuery read(String query, boolean onlyAnnotated) {
            if (onlyAnnotated) {
                condition.append(" and c.total_annotations > 0");
            }
            Fields fields = Fields.of(query);
            select(fields);
            filter(fields);
            String order = order(fields.get("ordering"));
            return new TaskQuery(condition.toString(), parameters, order, closed);
        }

        private void select(Fields fields) {
            Map<String, Object> selected = fields.object("selectedItems").orElse(Map.of());
            boolean all = !Boolean.FALSE.equals(selected.getOrDefault("all", true));
            String ids = ids(selected.getOrDefault(all ? "excluded" : "included", List.of()));
            if (!ids.isEmpty()) {
                condition.append(all ? " and t.id <> all (" : " and t.id = any (")
                        .append("cast(string_to_array(")
                        .append(bind(ids))
                        .append(", ',') as bigint[]))");
            } else if (!all) {
                condition.append(" and 1 = 0");
            }
        }

        private void filter(Fields fields) {
            Map<String, Object> filters = fields.object("filters").orElse(Map.of());
            if (!(filters.getOrDefault("items", List.of()) instanceof List<?> items) || items.size() > FILTERS_MOST) {
                throw refused("filters.items must be a list of at most " + FILTERS_MOST + " filters");
            }
            Object conjunction = Objects.requireNonNullElse(filters.get("conjunction"), "and");
            if (!conjunction.equals("and") && !conjunction.equals("or")) {
                throw refused("filters.conjunction must be and or or");
            }
            if (!items.isEmpty()) {
                condition.append(" and (")
                        .append(items.stream()
                                .map(this::condition)
                                .collect(Collectors.joining(" " + conjunction + " ")))
                        .append(')');
            }
        }

        private String condition(@Nullable Object item) {
            Map<String, Object> filter = Json.asObject(item);
            if (filter == null) {
                throw refused("filters.items must hold objects");
            }
            String name = String.valueOf(filter.get("filter"));
            if (!name.startsWith(FILTER)) {
                throw refused("the filter " + name + " must begin with " + FILTER);
            }
            TaskColumn column = column(name.substring(FILTER.length()), "Number".equals(filter.get("type")));
            return new TaskFilter(column, parameters).condition(String.valueOf(filter.get("operator")),
                    filter.get("value"));
        }

        /** Tasks that are equal otherwise are in the order of their ids, so that pages do not overlap. */
        private String order(@Nullable Object ordering) {
            if (ordering == null || ordering.equals(List.of())) {
                return OLDEST_FIRST;
            }
            if (!(ordering instanceof List<?> all) || all.size() > ORDERINGS_MOST) {
                throw refused("ordering must be a list of at most " + ORDERINGS_MOST + " columns");
            }
            String order = all.stream().map(this::ordered).collect(Collectors.joining(", "));
            return order.equals(OLDEST_FIRST) || order.equals(NEWEST_FIRST) ? order : order + ", t.id";
        }

        private String ordered(@Nullable Object by) {
            String name = String.valueOf(by);
            if (!name.matches("(?s)-?tasks:.+")) {
                throw refused(
                        "the ordering " + name + " must be like tasks:id, or -tasks:id to begin with the highest");
            }
            boolean descending = name.startsWith("-");
            TaskColumn column = column(name.substring(name.indexOf(':') + 1), false);
            if (column.name().equals("id")) {
                return descending ? NEWEST_FIRST : OLDEST_FIRST;
            }
            return column.sql() + (descending ? " desc nulls last" : " nulls last");
        }

        private TaskColumn column(String name, boolean number) {
            TaskColumn column = TaskColumn.of(name, number, this::bind);
            if (!column.open()) {
                closed.add(name);
            }
            return column;
        }

        private String bind(String text) {
            parameters.add(text);
            return "cast(?" + parameters.size() + " as text)";
        }

        private static String ids(Object list) {
            if (!(list instanceof List<?> all)) {
                return "";
            }
            return all.stream().map(id -> {
                if (!(id instanceof Integer || id instanceof Long)) {
                    throw refused("selectedItems must name tasks by their ids");
                }
                return id.toString();
            }).collect(Collectors.joining(","));
        }
    }
}
