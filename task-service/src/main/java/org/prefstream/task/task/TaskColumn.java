package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.prefstream.labelstudio.error.ProblemException;

/**
 * A column by which lists of tasks are filtered and ordered, under Label Studio's name.
 *
 * @param sql its value, of tasks {@code t} and their counts {@code c}, which a task without annotations may lack
 * @param open whether annotators may use it: what they may not see must not be found out by filters either
 */
record TaskColumn(String name, Kind kind, String sql, boolean open) {

    /** What the name of a field of the tasks' data begins with. */
    static final String DATA = "data.";

    private static final String ANNOTATIONS = " from annotation_summary s where s.task_id = t.id and not s.deleted)";
    private static final String PREDICTIONS = " from prediction p where p.task_id = t.id)";

    private static final List<TaskColumn> FIXED = List.of(open("id", Kind.WHOLE, "t.id"),
            open("inner_id", Kind.WHOLE, "t.inner_id"), open("overlap", Kind.WHOLE, "t.overlap"),
            open("total_annotations", Kind.WHOLE, "coalesce(c.total_annotations, 0)"),
            open("cancelled_annotations", Kind.WHOLE, "coalesce(c.cancelled_annotations, 0)"),
            open("total_predictions", Kind.WHOLE, "t.total_predictions"),
            open("is_labeled", Kind.FLAG, "coalesce(c.is_labeled, false)"),
            open("created_at", Kind.TIME, "t.created_at"), open("updated_at", Kind.TIME, "t.updated_at"),
            open("completed_at", Kind.TIME, "c.completed_at"),
            closed("ground_truth", Kind.FLAG, "(coalesce(c.ground_truths, 0) > 0)"),
            closed("annotators", Kind.PEOPLE, "c.annotators"), closed("outcome", Kind.TEXT, "c.outcome"),
            closed("chosen", Kind.WHOLE, "c.chosen"), closed("strength", Kind.NUMBER, "c.strength"),
            closed("agreement", Kind.NUMBER, "c.agreement"), closed("avg_lead_time", Kind.NUMBER, "c.lead_time"),
            closed("annotations_results", Kind.TEXT,
                    "(select string_agg(s.result, ',' order by s.annotation_id)" + ANNOTATIONS),
            closed("predictions_results", Kind.TEXT, "(select string_agg(p.result, ',' order by p.id)" + PREDICTIONS),
            closed("predictions_score", Kind.NUMBER, "(select avg(p.score)" + PREDICTIONS),
            closed("predictions_model_versions", Kind.TEXT,
                    "(select string_agg(distinct p.model_version, ',')" + PREDICTIONS));
    private static final Map<String, TaskColumn> BY_NAME = FIXED.stream()
            .collect(Collectors.toUnmodifiableMap(TaskColumn::name, Function.identity()));

    /** What a column holds. */
    enum Kind {

        WHOLE("bigint"),
        NUMBER("numeric"),
        TEXT("text"),
        TIME("timestamptz"),
        FLAG("boolean"),
        PEOPLE("bigint[]");

        private final String type;

        Kind(String type) {
            this.type = type;
        }

        /** {@return the type of its values in the database} */
        String type() {
            return type;
        }
    }

    /**
     * {@return the column of that name; refuses an unknown one with a 400 that lists all}
     *
     * @param number whether a field of the data is compared as a number; texts that are none are then taken for absent
     * @param binder takes the name of a field, and gives its place in the statement
     */
    static TaskColumn of(String name, boolean number, Function<String, String> binder) {
        if (name.startsWith(DATA) && name.length() > DATA.length()) {
            String text = "(cast(t.data as json) ->> " + binder.apply(name.substring(DATA.length())) + ")";
            return number ? closed(name, Kind.NUMBER, "number_of(" + text + ")") : closed(name, Kind.TEXT, text);
        }
        TaskColumn column = BY_NAME.get(name);
        if (column == null) {
            throw ProblemException.invalid("query", "the column " + name + " is unknown; the columns are "
                    + FIXED.stream().map(TaskColumn::name).collect(Collectors.joining(", ")) + " and data.<field>");
        }
        return column;
    }

    /** {@return the columns that all tasks have, in their order} */
    static List<TaskColumn> fixed() {
        return FIXED;
    }

    private static TaskColumn open(String name, Kind kind, String sql) {
        return new TaskColumn(name, kind, sql, true);
    }

    private static TaskColumn closed(String name, Kind kind, String sql) {
        return new TaskColumn(name, kind, sql, false);
    }

    /** {@return whether it is a field of the data, so that each task's data are read as JSON for it} */
    boolean isOfData() {
        return name.startsWith(DATA);
    }

    /** {@return whether it is a field of the data that is compared as a text} */
    boolean isText() {
        return kind == Kind.TEXT && isOfData();
    }

    /** {@return the same column where its value has been read before} */
    TaskColumn at(String where) {
        return new TaskColumn(name, kind, where, open);
    }

    /** {@return whether it counts something; as in Label Studio, such a column is empty where there is nothing} */
    boolean counts() {
        return name.startsWith("total_") || name.startsWith("cancelled_");
    }
}
