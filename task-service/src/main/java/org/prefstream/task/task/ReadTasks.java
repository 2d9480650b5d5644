package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.AnnotationOfTask;
import org.prefstream.labelstudio.view.AnsweredTask;
import org.prefstream.labelstudio.view.FullTaskView;
import org.prefstream.labelstudio.view.ListedTaskView;
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.labelstudio.view.TaskState;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.TaskPages.Totals;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/**
 * Shows tasks, in the session of the caller. Annotators see only the data that the configuration names, no predictions and
 * no annotations but their own: nothing that could sway them.
 */
@ApplicationScoped
class ReadTasks {

    private static final String NO_REGEX = "2201B";
    /** What is cast to a type that it does not suit. */
    private static final String DATA_EXCEPTION = "22";

    private final Projects projects;
    private final Tasks tasks;
    private final TaskPages pages;

    /** How much of each task a list holds. */
    enum Extent {
        ID,
        TASK,
        ALL
    }

    ReadTasks(Projects projects, Tasks tasks, TaskPages pages) {
        this.projects = projects;
        this.tasks = tasks;
        this.pages = pages;
    }

    /**
     * Label Studio's page of tasks.
     *
     * @param total tasks that the query selects
     * @param tasks full views, or ids alone
     * @param next where the next page begins, for {@link #run}; null on the last
     */
    record Page(
            @JsonProperty("total_annotations") long totalAnnotations,
            @JsonProperty("total_predictions") long totalPredictions,
            @JsonProperty("total") long total,
            @JsonProperty("tasks") List<?> tasks,
            @JsonProperty("next") @Nullable String next) {
    }

    /** Tasks that follow on others, likewise. */
    record Run(@JsonProperty("tasks") List<?> tasks, @JsonProperty("next") @Nullable String next) {
    }

    private record OnlyId(@JsonProperty("id") long id) {
    }

    /** {@return a page; refuses one past the end with a 404, by which SDKs stop} */
    Uni<Page> page(long projectId, TaskQuery query, PageRequest page, Extent extent, Person person) {
        return refusing(allowed(projectId, query, person).chain(project -> pages.totals(query).chain(totals -> {
            if (page.number() > 1 && page.offset() >= totals.tasks()) {
                throw ResultPage.pastTheEnd();
            }
            return pages.page(query, page)
                    .chain(run -> shown(run.ids(), project, extent, person).map(shown -> new Page(totals.annotations(),
                            totals.predictions(), totals.tasks(), shown, run.next())));
        })));
    }

    /** {@return the tasks that follow on others, at the same cost however far they are} */
    Uni<Run> run(long projectId, TaskQuery query, String after, int size, Extent extent, Person person) {
        return refusing(allowed(projectId, query, person).chain(project -> following(query, after, size)
                .chain(run -> shown(run.ids(), project, extent, person).map(shown -> new Run(shown, run.next())))));
    }

    /** The database alone tells whether a name that looks like a place is one: it is cast to the types of the columns. */
    private Uni<TaskPages.Run> following(TaskQuery query, String after, int size) {
        return pages.run(query, after, size)
                .onFailure(failure -> !after.equals(TaskOrder.START) && DatabaseErrors.hasState(failure,
                        state -> state.startsWith(DATA_EXCEPTION) && !state.equals(NO_REGEX)))
                .transform(failure -> TaskOrder.noPlace());
    }

    /** {@return how much a query selects} */
    Uni<Totals> totals(long projectId, TaskQuery query, Person person) {
        return refusing(allowed(projectId, query, person).chain(project -> pages.totals(query)));
    }

    private Uni<Project> allowed(long projectId, TaskQuery query, Person person) {
        return projects.require(projectId, person).invoke(() -> allow(query, person));
    }

    private static <T> Uni<T> refusing(Uni<T> answer) {
        return answer.onFailure(failure -> DatabaseErrors.hasState(failure, NO_REGEX::equals))
                .transform(failure -> TaskQuery.noRegex())
                .onFailure(DatabaseErrors::isTooSlow)
                .transform(failure -> TaskQuery.tooSlow());
    }

    private static void allow(TaskQuery query, Person person) {
        if (!person.manages() && !query.closed().isEmpty()) {
            throw ProblemException.invalid("query",
                    "only owners and managers may filter and order by " + String.join(", ", query.closed()));
        }
    }

    private Uni<? extends List<?>> shown(List<Long> ids, Project project, Extent extent, Person person) {
        return extent == Extent.ID
                ? Uni.createFrom().item(ids.stream().map(OnlyId::new).toList())
                : counted(ids).chain(found -> views(found, project, extent, person));
    }

    /** {@return the id of a task's project, if the reader may see the task; refuses with a 404 otherwise} */
    Uni<Long> project(long id, Person person) {
        return tasks.require(id, person).map(Task::projectId);
    }

    /** {@return a task without its annotations, as far as the reader may see it} */
    Uni<Found> one(long id, Person person) {
        return tasks.require(id, person)
                .chain(task -> projects.findById(task.projectId())
                        .chain(project -> tasks.predictions(Set.of(id))
                                .chain(all -> tasks.counted(task)
                                        .map(counted -> found(counted, Sight.of(project, person),
                                                predictions(all, task, person))))));
    }

    /** {@return the tasks of a project as a plain list, newest first} */
    Uni<List<ListedTaskView>> plainPage(long projectId, PageRequest page, Person person) {
        TaskQuery all = TaskQuery.of(projectId, null, false);
        return projects.require(projectId, person)
                .chain(project -> pages.page(all.newestFirst(), page)
                        .chain(run -> counted(run.ids()))
                        .chain(found -> listed(found, project, person)));
    }

    /** {@return a changed task in the form of plain lists} */
    Uni<ListedTaskView> listed(Task task, Person person) {
        return projects.findById(task.projectId())
                .chain(project -> tasks.counted(task).chain(counted -> listed(List.of(counted), project, person)))
                .map(views -> views.get(0));
    }

    private Uni<List<ListedTaskView>> listed(List<CountedTask> found, Project project, Person person) {
        Sight sight = Sight.of(project, person);
        return with(found, person,
                (task, annotations, predictions) -> ListedTaskView.of(sight.state(task), annotations, predictions));
    }

    /**
     * A task with what models would answer to it.
     *
     * @param answered what the answers to it say together; null where nobody answered, and for readers who may not know
     */
    record Found(TaskState state, List<PredictionView> predictions, @Nullable AnsweredTask answered) {
    }

    private static Found found(CountedTask counted, Sight sight, List<PredictionView> predictions) {
        return new Found(sight.state(counted), predictions, sight.answered(counted));
    }

    private Uni<List<FullTaskView>> views(List<CountedTask> found, Project project, Extent extent, Person person) {
        Sight sight = Sight.of(project, person);
        return with(found, person, (task, annotations, predictions) -> new FullTaskView(sight.state(task), annotations,
                predictions, sight.answered(task), extent == Extent.ALL));
    }

    /** Makes views of tasks. */
    private interface View<T> {

        T of(CountedTask task, List<AnnotationOfTask> annotations, List<PredictionView> predictions);
    }

    private <T> Uni<List<T>> with(List<CountedTask> found, Person person, View<T> view) {
        List<Long> ids = found.stream().map(counted -> counted.task().id()).toList();
        return tasks.predictions(ids)
                .chain(predictions -> tasks.annotations(ids)
                        .map(annotations -> found.stream()
                                .map(counted -> view.of(counted, annotations(annotations, counted.task(), person),
                                        predictions(predictions, counted.task(), person)))
                                .toList()));
    }

    private Uni<List<CountedTask>> counted(List<Long> ids) {
        return ids.isEmpty() ? Uni.createFrom().item(List.of()) : tasks.counted(ids);
    }

    private static List<PredictionView> predictions(Map<Long, List<Prediction>> all, Task task, Person person) {
        return person.manages()
                ? all.getOrDefault(task.id(), List.of())
                        .stream()
                        .map(prediction -> prediction.view(task.projectId()))
                        .toList()
                : List.of();
    }

    private static List<AnnotationOfTask> annotations(Map<Long, List<Summary>> all, Task task, Person person) {
        return all.getOrDefault(task.id(), List.of())
                .stream()
                .filter(annotation -> annotation.isVisibleTo(person))
                .map(Summary::ofTask)
                .toList();
    }
}
