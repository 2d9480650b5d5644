package org.prefstream.export;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.prefstream.contract.AccessRecord;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.PreferenceRecord;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.security.Hashes;

/** Records as their owners would publish them. */
public final class Records {

    public static final Instant T0 = Instant.parse("2026-11-23T03:00:00.000001Z");
    /** Has no account. */
    private static final long ANNOTATOR = 3;

    private Records() {
    }

    public static AccessRecord person(AccessRecord.Role role, String token, List<Long> projects) {
        long id = Ids.next();
        return new AccessRecord(id, "person" + id + "@example.org", "", "", role, true, 1, Hashes.sha256(token),
                List.of(), projects);
    }

    public static ProjectRecord project(long projectId) {
        return new ProjectRecord(projectId, "Helpful answers", "", 1, "Sequential sampling", "REQUEUE_FOR_OTHERS", true,
                true,
                new ComparisonSpec(
                        List.of(ShownObject.prompt("prompt", "Text", "$prompt"),
                                ShownObject.candidate("answer1", "Text", "$answer1"),
                                ShownObject.candidate("answer2", "Text", "$answer2")),
                        List.of(control("comparison", "pairwise", List.of("answer1", "answer2")),
                                control("why", "textarea", List.of("prompt")))));
    }

    private static Control control(String name, String type, List<String> toName) {
        return new Control(name, type, toName, List.of(), false, 0, false);
    }

    public static TaskRecord task(long projectId, long taskId) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("prompt", "Grüße, task " + taskId);
        data.put("answer1", "a");
        data.put("answer2", "b, \"quoted\"");
        data.put("temperature", new BigDecimal("0.70"));
        return task(projectId, taskId, data);
    }

    public static TaskRecord task(long projectId, long taskId, Map<String, Object> data) {
        return new TaskRecord(taskId, projectId, 1, data, Map.of(), T0, T0, 1, 1, 1, "", "train", List.of());
    }

    public static AnnotationRecord annotation(long projectId, long taskId, long annotationId, String selected) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("value", Map.of("selected", selected));
        region.put("id", "dcWhmKBb1o");
        region.put("from_name", "comparison");
        region.put("to_name", "comparison");
        region.put("type", "pairwise");
        region.put("origin", "manual");
        return annotation(projectId, taskId, annotationId, ANNOTATOR, List.of(region), false);
    }

    /** {@return an annotation that was made by a version of the guidelines} */
    public static AnnotationRecord byGuidelines(long projectId, long taskId, long annotationId, int version) {
        AnnotationRecord made = annotation(projectId, taskId, annotationId, "left");
        return new AnnotationRecord(annotationId, taskId, projectId, ANNOTATOR, ANNOTATOR, made.result(), false, false,
                made.createdAt(), made.updatedAt(), made.leadTime(), made.uniqueId(), null, null, List.of(),
                made.shownOrder(), "", null, null, null, version, null, List.of());
    }

    public static AnnotationRecord skipBy(long annotator, long projectId, long taskId, long annotationId) {
        return annotation(projectId, taskId, annotationId, annotator, List.of(), true);
    }

    public static AnnotationRecord skip(long projectId, long taskId, long annotationId) {
        return skipBy(ANNOTATOR, projectId, taskId, annotationId);
    }

    private static AnnotationRecord annotation(long projectId, long taskId, long annotationId, long annotator,
            List<Object> result, boolean wasCancelled) {
        Instant at = T0.plusMillis(annotationId);
        return new AnnotationRecord(annotationId, taskId, projectId, annotator, annotator, result, wasCancelled, false,
                at, at, new BigDecimal("12.5"), new UUID(0, annotationId), null, null, List.of(), List.of(0, 1), "",
                null, null, null);
    }

    /** {@return a row of messages; the prompt ends a line for some readers} */
    public static PreferenceRecord conversation(long projectId, long taskId, long annotationId) {
        PreferenceRecord text = preference(projectId, taskId, annotationId, "better");
        return new PreferenceRecord(text.schema(), List.of(Map.of("role", "user", "content", "Hello\u2028again")),
                List.of(Map.of("role", "assistant", "content", "better")),
                List.of(Map.of("role", "assistant", "content", "worse")), text.margin(), text.recordId(),
                text.groupId(), projectId, taskId, annotationId, text.revision(), text.control(), text.strength(),
                text.chosenIndex(), text.rejectedIndex(), text.chosenModel(), text.rejectedModel(), text.shownOrder(),
                text.annotatorId(), text.leadTimeS(), text.split(), text.shownSha256(), text.submittedAt(),
                text.rationale(), text.guidelinesVersion());
    }

    public static PreferenceRecord preference(long projectId, long taskId, long annotationId, String chosen) {
        return preferenceBy(ANNOTATOR, projectId, taskId, annotationId, chosen);
    }

    public static PreferenceRecord preferenceBy(long annotator, long projectId, long taskId, long annotationId,
            String chosen) {
        return new PreferenceRecord(PreferenceRecord.SCHEMA, "Grüße, task " + taskId, chosen, "worse\nthan that", 2.0,
                PreferenceRecord.key(annotationId, "comparison", 0, 1), Long.toString(annotationId), projectId, taskId,
                annotationId, 1, "comparison", 2, 1, 0, "m-7b@1200", "", List.of(1, 0), annotator,
                new BigDecimal("18.4"), "train", "", T0, "", 0);
    }
}
