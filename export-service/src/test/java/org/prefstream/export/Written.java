package org.prefstream.export;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;

/** A project that compares nothing, and what people write there. */
public final class Written {

    public static final String CONTROL = "instruction";
    private static final long ANN = 11;

    private Written() {
    }

    /** {@return a project with a prompt, a text area for the answer, and another one for remarks} */
    public static ProjectRecord project(long projectId) {
        return new ProjectRecord(projectId, "Written answers", "", 1, "Sequential sampling", "REQUEUE_FOR_OTHERS", true,
                true, new ComparisonSpec(List.of(ShownObject.prompt("prompt", "Text", "$prompt")),
                        List.of(textArea(CONTROL), textArea("remarks"))));
    }

    private static Control textArea(String name) {
        return new Control(name, "textarea", List.of("prompt"), List.of(), false, 0, false);
    }

    public static TaskRecord task(long projectId, long taskId, Object prompt) {
        return Records.task(projectId, taskId, Map.of("prompt", prompt));
    }

    /** {@return what Ann writes; each text is a region, as the page sends it} */
    public static AnnotationRecord by(long projectId, long taskId, String... texts) {
        return by(ANN, projectId, taskId, texts);
    }

    public static AnnotationRecord by(long annotator, long projectId, long taskId, String... texts) {
        long id = Ids.next();
        List<Object> result = new ArrayList<>(List.of(region("remarks", "easy")));
        for (String text : texts) {
            result.add(region(CONTROL, text));
        }
        return new AnnotationRecord(id, taskId, projectId, annotator, annotator, result, false, false, Records.T0,
                Records.T0, new BigDecimal("12"), new UUID(0, id), null, null, List.of(), List.of(0), "", null, null,
                null);
    }

    private static Map<String, Object> region(String control, String text) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("from_name", control);
        region.put("to_name", "prompt");
        region.put("type", "textarea");
        region.put("value", Map.of("text", List.of(text)));
        return region;
    }
}
