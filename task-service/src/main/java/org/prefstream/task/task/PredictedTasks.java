package org.prefstream.task.task;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.hibernate.reactive.mutiny.Mutiny;
import org.prefstream.labelstudio.json.Json;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;

/** Finds predictions that are to become annotations, in the session of the caller. */
@ApplicationScoped
public class PredictedTasks {

    private static final String KNOWN = """
            select cast(unique_id as text) from annotation_summary
            where project_id = ?1 and not deleted and unique_id = any (cast(cast(?2 as text[]) as uuid[]))
            """;

    private final Tasks tasks;

    PredictedTasks(Tasks tasks) {
        this.tasks = tasks;
    }

    /**
     * A prediction with the data of its task.
     *
     * @param uniqueId of the annotation that it becomes, which is the same each time
     */
    public record Predicted(long id, long taskId, Map<String, Object> data, List<Object> result, UUID uniqueId) {
    }

    /** {@return the predictions of tasks that the project has no annotation of, in order} */
    public Uni<List<Predicted>> without(long projectId, Collection<Long> taskIds, Predicate<String> modelVersion) {
        return tasks.list("projectId = ?1 and id in ?2 and totalPredictions > 0 order by id", projectId, taskIds)
                .chain(found -> tasks.predictions(found.stream().map(Task::id).toList())
                        .map(predictions -> predicted(found, predictions, modelVersion)))
                .chain(all -> known(projectId, all).map(
                        known -> all.stream().filter(each -> !known.contains(each.uniqueId().toString())).toList()));
    }

    private static List<Predicted> predicted(List<Task> tasks, Map<Long, List<Prediction>> predictions,
            Predicate<String> modelVersion) {
        return tasks.stream()
                .flatMap(task -> predictions.getOrDefault(task.id(), List.of())
                        .stream()
                        .filter(each -> modelVersion.test(each.modelVersion()))
                        .map(each -> new Predicted(each.id(), task.id(), task.data(), Json.readList(each.result()),
                                uniqueId(each.id()))))
                .toList();
    }

    private static UUID uniqueId(long predictionId) {
        return UUID.nameUUIDFromBytes(("prediction/" + predictionId).getBytes(StandardCharsets.UTF_8));
    }

    private static Uni<Set<String>> known(long projectId, List<Predicted> all) {
        if (all.isEmpty()) {
            return Uni.createFrom().item(Set.of());
        }
        String[] ids = all.stream().map(each -> each.uniqueId().toString()).toArray(String[]::new);
        return session().chain(session -> session.createNativeQuery(KNOWN, String.class)
                .setParameter(1, projectId)
                .setParameter(2, ids)
                .getResultList()).map(known -> known.stream().collect(Collectors.toSet()));
    }

    private static Uni<Mutiny.Session> session() {
        return Panache.getSession();
    }
}
