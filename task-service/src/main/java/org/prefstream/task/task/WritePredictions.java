package org.prefstream.task.task;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Times;
import org.prefstream.kit.database.SetStatement;
import org.prefstream.kit.messaging.NewIdentity;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.PredictionView;
import org.prefstream.task.task.NewTask.NewPrediction;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/**
 * Adds, changes and deletes predictions, in the transaction of the caller. Their tasks are locked first, by ascending ids, and
 * published anew with what they have then.
 */
@ApplicationScoped
public class WritePredictions {

    /** The most predictions that a task may have: its record names them all. */
    static final int OF_TASK_MAX = 1_000;
    private static final String CHANGE = """
            update prediction set result = p.result, score = cast(p.score as numeric), model_version = p.model_version,
                updated_at = cast(cast(? as text) as timestamptz)
            from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]), cast(? as text[]))
                as p(id, result, score, model_version)
            where prediction.id = p.id
            """;
    private static final String DELETE = "delete from prediction where id = any (cast(? as bigint[]))";

    private final Tasks tasks;
    private final Outbox outbox;
    private final Clock clock;

    WritePredictions(Tasks tasks, Outbox outbox, Clock clock) {
        this.tasks = tasks;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** A prediction for a task, as somebody sent it. */
    public record SentPrediction(long taskId, PredictionContent content) {
    }

    /** Locked tasks with the predictions that they have. */
    private record Locked(List<Task> tasks, Map<Long, List<Prediction>> predictions, long firstRevision) {

        List<Prediction> of(Task task) {
            return predictions.getOrDefault(task.id(), List.of());
        }

        long revision(Task task) {
            return Revisions.after(task.revision(), firstRevision);
        }
    }

    /**
     * {@return the new predictions, in the order in which they were sent}
     *
     * @param sent at least one
     * @param belonging refuses one whose task is not there, or not where it should be
     */
    public Uni<List<PredictionView>> add(List<SentPrediction> sent, Belonging belonging, long by) {
        Map<Long, List<Integer>> places = new TreeMap<>();
        for (int i = 0; i < sent.size(); i++) {
            places.computeIfAbsent(sent.get(i).taskId(), task -> new ArrayList<>()).add(i);
        }
        return lock(places.keySet()).invoke(locked -> require(locked, sent, belonging))
                .chain(locked -> Revisions.ofNew("prediction", sent.size())
                        .chain(ids -> add(locked, places, sent, ids, by)));
    }

    /** Refuses a prediction of a task that is not there, or not where it should be. */
    @FunctionalInterface
    public interface Belonging {

        /**
         * Looks at one.
         *
         * @param place of the prediction among those that were sent
         * @param projectId of its task; null where there is no such task
         */
        void require(int place, @Nullable Long projectId);
    }

    private static void require(Locked locked, List<SentPrediction> sent, Belonging belonging) {
        Map<Long, Long> projects = new TreeMap<>();
        locked.tasks().forEach(task -> projects.put(task.id(), task.projectId()));
        for (int i = 0; i < sent.size(); i++) {
            belonging.require(i, projects.get(sent.get(i).taskId()));
        }
    }

    private Uni<List<PredictionView>> add(Locked locked, Map<Long, List<Integer>> places, List<SentPrediction> sent,
            List<NewIdentity> ids, long by) {
        Instant now = clock.instant();
        TaskBatch batch = new TaskBatch(by, now);
        PredictionView[] views = new PredictionView[sent.size()];
        for (Task task : locked.tasks()) {
            List<Prediction> all = new ArrayList<>(locked.of(task));
            for (int place : places.getOrDefault(task.id(), List.of())) {
                PredictionContent content = sent.get(place).content();
                Prediction added = new Prediction(new NewPrediction(ids.get(place).id(), content.result(),
                        content.score(), content.modelVersion()), task.id(), now);
                all.add(added);
                batch.add(added);
                views[place] = added.view(task.projectId(), now);
            }
            requireNotTooMany(task, all);
            publish(batch, locked, task, all);
        }
        return batch.write(outbox).replaceWith(() -> List.of(views));
    }

    private static void requireNotTooMany(Task task, List<Prediction> all) {
        if (all.size() > OF_TASK_MAX) {
            throw ProblemException.invalid("task", "task " + task.id() + " may have no more than " + OF_TASK_MAX
                    + " predictions; delete some of them");
        }
    }

    private static void publish(TaskBatch batch, Locked locked, Task task, List<Prediction> all) {
        batch.reshape(task, new Task.Shape(task.overlap(), all.size(), task.importedAnnotations()),
                locked.revision(task), all);
    }

    /** Makes other content of a prediction's. */
    @FunctionalInterface
    public interface Edit {

        /**
         * {@return what the prediction says from now on}
         *
         * @param taskId the task that it belongs to
         */
        PredictionContent of(long taskId, PredictionContent present);
    }

    /** {@return the prediction as it was edited; refuses with a 404 if there is none} */
    public Uni<PredictionView> change(long id, Edit edit, long by) {
        Instant now = clock.instant();
        return lockOf(id).chain(locked -> {
            Task task = locked.tasks().get(0);
            List<Prediction> before = locked.of(task);
            Prediction present = only(before, id);
            Prediction changed = present.changed(edit.of(task.id(), present.content()), now);
            TaskBatch batch = new TaskBatch(by, now);
            publish(batch, locked, task, before.stream().map(each -> each.id() == id ? changed : each).toList());
            return store(changed, now).chain(() -> batch.write(outbox))
                    .replaceWith(() -> changed.view(task.projectId(), now));
        });
    }

    private static Uni<Integer> store(Prediction changed, Instant now) {
        return new SetStatement<>(CHANGE, List.of(changed)).value(Times.format(now))
                .longs(Prediction::id)
                .texts(Prediction::result)
                .texts(Prediction::scoreText)
                .texts(Prediction::modelVersion)
                .execute();
    }

    /** Deletes a prediction; refuses with a 404 if there is none. {@return the id of its project} */
    public Uni<Long> delete(long id, long by) {
        return lockOf(id).invoke(locked -> only(locked.of(locked.tasks().get(0)), id))
                .call(locked -> delete(locked, List.of(id), by))
                .map(locked -> locked.tasks().get(0).projectId());
    }

    /** Deletes all predictions of tasks of a project. {@return how many they were} */
    public Uni<Integer> deleteOf(long projectId, Collection<Long> taskIds, long by) {
        return lock(taskIds).chain(locked -> {
            List<Long> ids = locked.tasks()
                    .stream()
                    .filter(task -> task.projectId() == projectId)
                    .flatMap(task -> locked.of(task).stream())
                    .map(Prediction::id)
                    .toList();
            return delete(locked, ids, by).replaceWith(ids.size());
        });
    }

    private Uni<Void> delete(Locked locked, List<Long> ids, long by) {
        TaskBatch batch = new TaskBatch(by, clock.instant());
        for (Task task : locked.tasks()) {
            List<Prediction> left = locked.of(task).stream().filter(each -> !ids.contains(each.id())).toList();
            if (left.size() < locked.of(task).size()) {
                publish(batch, locked, task, left);
            }
        }
        return new SetStatement<>(DELETE, ids).longs(id -> id).execute().chain(() -> batch.write(outbox));
    }

    private static Prediction only(List<Prediction> all, long id) {
        return all.stream().filter(each -> each.id() == id).findFirst().orElseThrow(ReadPredictions::unknown);
    }

    /** A prediction keeps its task, so that the task can be looked up before it is locked. */
    private Uni<Locked> lockOf(long id) {
        return session()
                .chain(session -> session.createNativeQuery("select task_id from prediction where id = ?1", Long.class)
                        .setParameter(1, id)
                        .getResultList())
                .chain(this::lock)
                .invoke(locked -> {
                    if (locked.tasks().isEmpty()) {
                        throw ReadPredictions.unknown();
                    }
                });
    }

    private Uni<Locked> lock(Collection<Long> taskIds) {
        return tasks.locked(taskIds)
                .chain(found -> tasks.predictions(found.stream().map(Task::id).toList())
                        .chain(predictions -> Revisions.first().map(first -> new Locked(found, predictions, first))));
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
