package org.prefstream.task.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.TaskColumn.Kind;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Lists by which columns a project's tasks are filtered and ordered: those that all tasks have, and the fields of the data. */
@ApplicationScoped
public class ListedColumns {

    private static final String DATA = "data";
    private static final int FIELDS_MAX = 1_000;
    /** As in the first tasks: to look at all of them would take long, and those of a project are alike. */
    private static final String FIELDS = """
            select f.key, bool_and(json_typeof(f.value) = 'number')
            from (select id, data from task where project_id = ?1 order by project_id, id limit 100) t,
                json_each(cast(t.data as json)) with ordinality as f(key, value, place)
            group by f.key order by min(f.place), f.key limit %d
            """.formatted(FIELDS_MAX);

    private final Projects projects;

    ListedColumns(Projects projects) {
        this.projects = projects;
    }

    /**
     * A column in Label Studio's form.
     *
     * @param id its name; that of a field without the name of what it is a field of
     * @param type what filters compare it as
     * @param parent the column that it is a part of; null for one that stands by itself
     * @param children the names of its parts; null where it has none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ListedColumn(
            @JsonProperty("id") String id,
            @JsonProperty("title") String title,
            @JsonProperty("type") String type,
            @JsonProperty("target") String target,
            @JsonProperty("parent") @Nullable String parent,
            @JsonProperty("children") @Nullable List<String> children,
            @JsonProperty("visibility_defaults") VisibilityDefaults visibility) {
    }

    /** Where a client shows the column unless somebody has said otherwise. */
    public record VisibilityDefaults(
            @JsonProperty("explore") boolean explore,
            @JsonProperty("labeling") boolean labeling) {

        private static final VisibilityDefaults SHOWN = new VisibilityDefaults(true, false);
        private static final VisibilityDefaults HIDDEN = new VisibilityDefaults(false, false);
    }

    /** {@return the columns of a project, in the session of the caller; refuses with a 404 where there is no project for the person} */
    public Uni<List<ListedColumn>> of(long projectId, Person person) {
        return projects.require(projectId, person)
                .chain(project -> Panache.getSession())
                .chain(session -> session.createNativeQuery(FIELDS, Object[].class)
                        .setParameter(1, projectId)
                        .getResultList())
                .map(ListedColumns::columns);
    }

    private static List<ListedColumn> columns(List<Object[]> fields) {
        List<ListedColumn> columns = new ArrayList<>();
        TaskColumn.fixed().forEach(column -> columns.add(fixed(column)));
        List<String> names = new ArrayList<>();
        for (Object[] field : fields) {
            String name = (String) field[0];
            names.add(name);
            columns.add(column(name, name, Boolean.TRUE.equals(field[1]) ? Kind.NUMBER : Kind.TEXT, DATA, null,
                    VisibilityDefaults.SHOWN));
        }
        columns.add(new ListedColumn(DATA, DATA, type(Kind.PEOPLE), "tasks", null, names, VisibilityDefaults.HIDDEN));
        return columns;
    }

    private static ListedColumn fixed(TaskColumn column) {
        return column(column.name(), title(column.name()), column.kind(), null, null,
                column.kind() == Kind.TEXT ? VisibilityDefaults.HIDDEN : VisibilityDefaults.SHOWN);
    }

    private static ListedColumn column(String id, String title, Kind kind, @Nullable String parent,
            @Nullable List<String> children, VisibilityDefaults visibility) {
        return new ListedColumn(id, title, type(kind), "tasks", parent, children, visibility);
    }

    /** {@return the name for people, such as Total annotations} */
    private static String title(String name) {
        String words = name.replace('_', ' ').replaceAll("\\bid\\b", "ID");
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String type(Kind kind) {
        return switch (kind) {
            case WHOLE, NUMBER -> "Number";
            case TEXT -> "String";
            case TIME -> "Datetime";
            case FLAG -> "Boolean";
            case PEOPLE -> "List";
        };
    }
}
