package org.prefstream.annotation.testing;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.ImportedAnnotationRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.TaskRecord.Prediction;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

/** Projects and tasks as task-service publishes them: a prompt, two answers of two models, and a choice beside them. */
public final class Records {

    /** When everything here was made. */
    public static final Instant BEGINNING = Instant.parse("2026-11-23T03:00:00Z");

    private Records() {
    }

    /** {@return a project that gives its tasks in order} */
    public static ProjectRecord project(long id, int overlap, boolean allowsEmpty, String skipQueue) {
        return new ProjectRecord(id, "Project " + id, "", overlap, "Sequential sampling", skipQueue, true, allowsEmpty,
                spec());
    }

    /** {@return a project with guidelines; no version for those of a former task-service, which counted none} */
    public static ProjectRecord withGuidelines(long id, String text, @Nullable Integer version) {
        return new ProjectRecord(id, "Project " + id, text, 3, "Sequential sampling", "REQUEUE_FOR_OTHERS", true, true,
                spec(), null, version, version == null ? null : configSha256(version), null);
    }

    /** {@return the hash of the configuration that a project has beside that version of its guidelines} */
    public static String configSha256(int version) {
        return Hashes.sha256("<View><!-- " + version + " --></View>");
    }

    static ProjectRecord projectAtRandom(long id) {
        return new ProjectRecord(id, "Project " + id, "", 1, "Uniform sampling", "REQUEUE_FOR_OTHERS", true, true,
                spec());
    }

    /** {@return a project that asks two people about each task; skipped ones come back to their annotator} */
    static ProjectRecord ordered(long id, String sampling, @Nullable String model) {
        return new ProjectRecord(id, "Project " + id, "", 2, sampling, "REQUEUE_FOR_ME", true, true, spec(), null, null,
                null, model);
    }

    /** {@return the configuration that every project has} */
    public static ComparisonSpec spec() {
        return new ComparisonSpec(
                List.of(ShownObject.prompt("prompt", "Text", "$prompt"),
                        ShownObject.candidate("answer1", "Text", "$answer1"),
                        ShownObject.candidate("answer2", "Text", "$answer2")),
                List.of(new Control("comparison", "pairwise", List.of("answer1", "answer2"), List.of(), false, 0,
                        false),
                        new Control("flag", "choices", List.of("prompt"), List.of("Tie", "Both bad", "Odd"), true, 0,
                                false)));
    }

    static TaskRecord task(long id, long project, long innerId, int overlap) {
        return new TaskRecord(id, project, innerId, data(id), Map.of(), BEGINNING, BEGINNING, 1, 1, overlap,
                Hashes.sha256(Json.write(data(id))), "train", List.of());
    }

    static TaskRecord predicted(long id, long project, List<Prediction> predictions) {
        TaskRecord task = task(id, project, id, 2);
        return new TaskRecord(id, project, id, task.data(), task.meta(), BEGINNING, BEGINNING, 1, 1, task.overlap(),
                task.contentSha256(), task.split(), predictions);
    }

    /** {@return an annotation that came with a task, made under the present configuration and data} */
    public static ImportedAnnotationRecord imported(long task, long project, long author, List<Object> result) {
        return new ImportedAnnotationRecord(task, project, 0, author, result, false, false, null, BEGINNING, BEGINNING,
                BEGINNING, null, null, null, Hashes.sha256(Json.write(spec())), Hashes.sha256(Json.write(data(task))));
    }

    /** {@return the data of a task} */
    public static Map<String, Object> data(long id) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("prompt", "prompt of " + id);
        data.put("answer1", "first of " + id);
        data.put("answer2", "second of " + id);
        data.put("answer1_model", "m-900");
        data.put("answer2_model", "m-1200");
        return data;
    }
}
