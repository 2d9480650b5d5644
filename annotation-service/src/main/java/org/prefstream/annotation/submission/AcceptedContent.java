package org.prefstream.annotation.submission;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.projection.Peers;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.smallrye.mutiny.Uni;

/**
 * Finds the comparison spec and the data that an imported annotation was accepted under, because a later change of the project
 * or the task must not change what the annotation is about. The copies here are used where their hashes are the same. If they
 * are not, task-service is asked for what it has kept.
 */
@ApplicationScoped
class AcceptedContent {

    private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");
    private static final int FORMER_MAX = 100;

    private final Peers peers;
    /** By the object itself: the projects of a set are parsed once. */
    private final Cache<ComparisonSpec, String> hashes = Caffeine.newBuilder().weakKeys().build();
    /** An import has one configuration, however many annotations it has. */
    private final Cache<String, ComparisonSpec> former = Caffeine.newBuilder().maximumSize(FORMER_MAX).build();

    /** A configuration, and the data of a task. */
    record Content(ComparisonSpec spec, Map<String, Object> data) {
    }

    AcceptedContent(Peers peers) {
        this.peers = peers;
    }

    /**
     * {@return what the annotation was accepted under; empty where task-service no longer has it; fails with a 503 if
     * task-service does not answer}
     */
    Uni<Optional<Content>> of(ImportedAnnotationRecord record, TaskRecord task, ProjectRecord project) {
        return spec(record, project).chain(spec -> spec.isEmpty()
                ? Uni.createFrom().item(Optional.<Content>empty())
                : data(record, task).map(data -> data.map(found -> new Content(spec.get(), found))));
    }

    private Uni<Optional<ComparisonSpec>> spec(ImportedAnnotationRecord record, ProjectRecord project) {
        ComparisonSpec present = project.comparisonSpec();
        if (hashes.get(present, spec -> Hashes.sha256(Json.write(spec))).equals(record.specSha256())) {
            return Uni.createFrom().item(Optional.of(present));
        }
        ComparisonSpec known = former.getIfPresent(record.specSha256());
        return known != null
                ? Uni.createFrom().item(Optional.of(known))
                : ask("comparison-specs/", record.specSha256(), ComparisonSpec.class)
                        .invoke(found -> found.ifPresent(spec -> former.put(record.specSha256(), spec)));
    }

    private Uni<Optional<Map<String, Object>>> data(ImportedAnnotationRecord record, TaskRecord task) {
        return task.contentSha256().equals(record.contentSha256())
                ? Uni.createFrom().item(Optional.of(task.data()))
                : ask("tasks/" + record.taskId() + "/data/", record.contentSha256(), Object.class)
                        .map(found -> found.map(Json::asObject));
    }

    private <T> Uni<Optional<T>> ask(String path, String sha256, Class<T> type) {
        return SHA_256.matcher(sha256).matches()
                ? peers.ask("task", path + sha256, Map.of(), type, Peers.TIMEOUT)
                : Uni.createFrom().item(Optional.<T>empty());
    }
}
