package org.prefstream.task.task;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.TaskViews.Sight;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Shows tasks, in the session of the caller. Annotators see only the data that the configuration names, no predictions and
 * no annotations but their own: nothing that could sway them.
 */
@ApplicationScoped
class ReadTasks {

    private final Projects projects;
    private final Tasks tasks;

    /** How much of each task a list holds. */
    enum Extent {
        ID,
        TASK,
        ALL
    }

    private record Totals(long tasks, long annotations, long predictions) {
    }

    ReadTasks(Projects projects, Tasks tasks) {
        this.projects = projects;
        this.tasks = tasks;
    }

    /** {@return Label Studio's page of tasks; refuses one past the end with a 404, by which SDKs stop} */
    Uni<Map<String, @Nullable Object>> page(long projectId, TaskQuery query, PageRequest page, Extent extent,
            Person person) {
        return projects.require(projectId, person).chain(project -> totals(query).chain(totals -> {
            if (page.number() > 1 && page.offset() >= totals.tasks()) {
                throw ResultPage.pastTheEnd();
            }
            return found(query, page).chain(found -> views(found, project, extent, person))
                    .map(views -> page(totals, views));
        }));
    }

    /** {@return a task without its annotations, and what the reader may see of it} */
    Uni<Found> one(long id, Person person) {
        return tasks.require(id, person)
                .chain(task -> projects.findById(task.projectId)
                        .chain(project -> tasks.predictions(Set.of(id))
                                .map(all -> new Found(task, predictions(all, task, person), sight(project, person)))));
    }

    /** {@return the tasks of a project as a plain list, newest first} */
    Uni<List<Map<String, @Nullable Object>>> plainPage(long projectId, PageRequest page, Person person) {
        TaskQuery all = TaskQuery.of(projectId, null, false);
        return projects.require(projectId, person)
                .chain(project -> found(new TaskQuery(all.condition(), all.parameters(), true), page)
                        .chain(found -> Multi.createFrom()
                                .iterable(found)
                                .onItem()
                                .transformToUniAndConcatenate(task -> listed(task, project, person))
                                .collect()
                                .asList()));
    }

    /** {@return a changed task in the form of plain lists} */
    Uni<Map<String, @Nullable Object>> listed(Task task, Person person) {
        return projects.findById(task.projectId).chain(project -> listed(task, project, person));
    }

    private Uni<Map<String, @Nullable Object>> listed(Task task, Project project, Person person) {
        Set<Long> ids = Set.of(task.id());
        return tasks.predictions(ids).chain(predictions -> tasks.annotations(ids).map(annotations -> {
            Map<String, @Nullable Object> view = TaskViews.plain(task, sight(project, person));
            view.put("annotations", annotations(annotations, task, person));
            view.put("predictions", predictions(predictions, task, person));
            return view;
        }));
    }

    /** A task with what stands beside it. */
    record Found(Task task, List<Map<String, @Nullable Object>> predictions, Sight sight) {
    }

    private Uni<List<Map<String, @Nullable Object>>> views(List<Task> found, Project project, Extent extent,
            Person person) {
        if (extent == Extent.ID) {
            return Uni.createFrom().item(found.stream().map(ReadTasks::onlyId).toList());
        }
        List<Long> ids = found.stream().map(Task::id).toList();
        Sight sight = sight(project, person);
        return tasks.predictions(ids)
                .chain(predictions -> tasks.annotations(ids)
                        .map(annotations -> found.stream()
                                .map(task -> reduced(TaskViews.full(task, predictions(predictions, task, person),
                                        annotations(annotations, task, person), sight), extent))
                                .toList()));
    }

    /** The ids first, from the index alone: a far page then costs no reading of the tasks before it. */
    private Uni<List<Task>> found(TaskQuery query, PageRequest page) {
        String order = " order by id" + (query.descending() ? " desc" : "");
        return Panache.getSession()
                .chain(session -> bound(session.createSelectionQuery(
                        "select id from Task where " + query.condition() + order, Long.class), query)
                        .setFirstResult((int) Math.min(page.offset(), Integer.MAX_VALUE))
                        .setMaxResults(page.size())
                        .getResultList())
                .chain(ids -> ids.isEmpty() ? Uni.createFrom().item(List.of()) : tasks.list("id in ?1" + order, ids));
    }

    private static Uni<Totals> totals(TaskQuery query) {
        return Panache.getSession()
                .chain(session -> bound(session.createSelectionQuery("""
                        select count(*), coalesce(sum(totalAnnotations), 0), coalesce(sum(totalPredictions), 0)
                        from Task where\s""" + query.condition(), Object[].class), query).getSingleResult())
                .map(row -> new Totals(number(row[0]), number(row[1]), number(row[2])));
    }

    private static <T> Mutiny.SelectionQuery<T> bound(Mutiny.SelectionQuery<T> statement, TaskQuery query) {
        for (int i = 0; i < query.parameters().size(); i++) {
            statement.setParameter(i + 1, query.parameters().get(i));
        }
        return statement;
    }

    private static List<Map<String, @Nullable Object>> predictions(Map<Long, List<Prediction>> all, Task task,
            Person person) {
        return person.manages()
                ? all.getOrDefault(task.id(), List.of())
                        .stream()
                        .map(prediction -> TaskViews.prediction(prediction, task.projectId))
                        .toList()
                : List.of();
    }

    private static List<Map<String, @Nullable Object>> annotations(Map<Long, List<Summary>> all, Task task,
            Person person) {
        return all.getOrDefault(task.id(), List.of())
                .stream()
                .filter(annotation -> person.manages() || annotation.completedBy == person.id())
                .map(Summary::view)
                .toList();
    }

    private static Sight sight(Project project, Person person) {
        return new Sight(person.manages() ? null : project.spec());
    }

    private static Map<String, @Nullable Object> page(Totals totals, List<Map<String, @Nullable Object>> views) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("total_annotations", totals.annotations());
        page.put("total_predictions", totals.predictions());
        page.put("total", totals.tasks());
        page.put("tasks", views);
        return page;
    }

    private static Map<String, @Nullable Object> reduced(Map<String, @Nullable Object> view, Extent extent) {
        if (extent != Extent.ALL) {
            view.remove("annotations");
            view.remove("predictions");
        }
        return view;
    }

    private static Map<String, @Nullable Object> onlyId(Task task) {
        Map<String, @Nullable Object> view = new LinkedHashMap<>();
        view.put("id", task.id());
        return view;
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }
}
