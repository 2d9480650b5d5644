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
 * @param place the condition of the tasks that are looked at: those of a project, or those that stand after one of them
 * @param condition what else is asked of tasks {@code t} and their counts {@code c}, which a task without annotations may lack: empty, or
 *        begins with {@code and}
 * @param after the condition of those that stand after a place in an order that reads the data, of tasks with their
 *        {@link TaskOrder#values}
 * @param order what to order by
 * @param closed the columns that annotators may not use, and that this query uses
 */
record TaskQuery(
        String place,
        String condition,
        String after,
        List<Object> parameters,
        TaskOrder order,
        List<String> closed) {

    private static final String ALL = "t.project_id = ?1";
    private static final String ANY = "1 = 1";
    private static final String FILTER = "filter:tasks:";
    private static final int FILTERS_MOST = 50;
    private static final int ORDERINGS_MOST = 5;
    private static final int SEARCH_LONGEST = 1_000;

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
        return new TaskQuery(place, condition, ANY, parameters, TaskOrder.NEWEST_FIRST, closed);
    }

    /**
     * {@return those of the tasks that stand after a place}
     *
     * @param name the name of a place in this order; {@link TaskOrder#START} is before all tasks
     * @throws ProblemException 400 if it is no such place
     */
    TaskQuery after(String name) {
        if (name.equals(TaskOrder.START)) {
            return this;
        }
        List<Object> more = new ArrayList<>(parameters);
        String later = (order.readsData() ? order.ofValues() : order).after(name, (value, type) -> {
            more.add(value);
            return "cast(cast(?" + more.size() + " as text) as " + type + ")";
        });
        return order.readsData()
                ? new TaskQuery(place, condition, later, more, order, closed)
                : new TaskQuery(place + " and " + later, condition, ANY, more, order, closed);
    }

    /** {@return whether it selects all tasks of its project, in the order of their ids} */
    boolean isAll() {
        return place.equals(ALL) && condition.isEmpty() && (order.equals(TaskOrder.OLDEST_FIRST) || descending());
    }

    /** {@return those of the tasks with higher ids than one, up to another, in the order of their ids} */
    TaskQuery between(long after, long last) {
        return new TaskQuery(place + " and t.id > " + after + " and t.id <= " + last, condition, ANY, parameters,
                TaskOrder.OLDEST_FIRST, closed);
    }

    /** {@return the whole condition} */
    String where() {
        return place + condition;
    }

    /** {@return whether its condition reads the data of each task that it looks at} */
    boolean looksAtData() {
        return condition.contains("t.data");
    }

    /** {@return whether the data of each task may be read} */
    boolean readsData() {
        return looksAtData() || order.readsData();
    }

    boolean descending() {
        return order.equals(TaskOrder.NEWEST_FIRST);
    }

    /** {@return the project whose tasks it selects} */
    long projectId() {
        return (Long) parameters.get(0);
    }

    /** {@return the failure that says that the query's regular expression is none} */
    static ProblemException noRegex() {
        return refused("filters.items has a regular expression that PostgreSQL does not understand");
    }

    /** {@return the failure that says that the query looks at more than the database does in one statement} */
    static ProblemException tooSlow() {
        return refused(
                "takes longer than a statement may; filter by columns that are not of the data, or by fewer of them, first");
    }

    static ProblemException refused(String message) {
        return ProblemException.invalid("query", message);
    }

    /** Reads one query. */
    private static final class Reading {

        private final List<Object> parameters = new ArrayList<>();
        private final StringBuilder condition = new StringBuilder();
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
            search(fields.text("search").orElse(""));
            TaskOrder order = order(fields.get("ordering"));
            return new TaskQuery(ALL, condition.toString(), ANY, parameters, order, closed);
        }

        private void select(Fields fields) {
            SelectedTasks selected = SelectedTasks.of(fields);
            if (!selected.ids().isEmpty()) {
                condition.append(selected.all() ? " and t.id <> all (" : " and t.id = any (")
                        .append("cast(string_to_array(")
                        .append(bind(selected.ids()))
                        .append(", ',') as bigint[]))");
            } else if (!selected.all()) {
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

        /**
         * Prefstream's own: a text in any value of the data. Few tasks pass the first condition, which looks at the data as it is
         * stored, so that few are read as JSON; keys pass it too.
         */
        private void search(String text) {
            if (text.isEmpty()) {
                return;
            }
            if (text.length() > SEARCH_LONGEST) {
                throw refused("search must have at most " + SEARCH_LONGEST + " characters");
            }
            closed.add("search");
            condition
                    .append(" and strpos(lower(t.data collate \"C\"), lower(%s collate \"C\")) > 0 and says(t.data, %s)"
                            .formatted(bind(Json.writeInside(text)), bind(text)));
        }

        private String condition(@Nullable Object item) {
            Map<String, Object> filter = Json.asObject(item);
            if (filter == null) {
                throw refused("filters.items must hold objects");
            }
            if (filter.get("child_filter") != null || filter.get("child_filters") != null) {
                throw refused("filters within a filter are not supported; put them into filters.items");
            }
            String name = String.valueOf(filter.get("filter"));
            if (!name.startsWith(FILTER)) {
                throw refused("the filter " + name + " must begin with " + FILTER);
            }
            TaskColumn column = column(name.substring(FILTER.length()), "Number".equals(filter.get("type")));
            return new TaskFilter(column, parameters).condition(String.valueOf(filter.get("operator")),
                    filter.get("value"));
        }

        private TaskOrder order(@Nullable Object ordering) {
            if (ordering == null) {
                return TaskOrder.OLDEST_FIRST;
            }
            if (!(ordering instanceof List<?> all) || all.size() > ORDERINGS_MOST) {
                throw refused("ordering must be a list of at most " + ORDERINGS_MOST + " columns");
            }
            return TaskOrder.by(all.stream().map(this::key).toList());
        }

        private TaskOrder.Key key(@Nullable Object by) {
            String name = String.valueOf(by);
            if (!name.matches("(?s)-?tasks:.+")) {
                throw refused(
                        "the ordering " + name + " must be like tasks:id, or -tasks:id to begin with the highest");
            }
            return new TaskOrder.Key(column(name.substring(name.indexOf(':') + 1), false), name.startsWith("-"));
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
    }
}
