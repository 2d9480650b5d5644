package org.prefstream.export.format;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.view.ExportedAnnotationView;
import org.prefstream.labelstudio.view.ExportedAuthor;
import org.prefstream.labelstudio.view.ExportedTaskView;
import org.prefstream.labelstudio.view.FloatNumber;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reads the golden exports: their bytes, and the tasks that their JSON shows. */
final class Golden {

    /** The controls of the configuration that the golden exports were made with. */
    static final ComparisonSpec SPEC = new ComparisonSpec(List.of(),
            List.of(control("comparison", "pairwise"), control("instruction", "textarea"),
                    new Control("tie", "choices", List.of("prompt"), List.of("Tie", "Both bad"), true, 0, false),
                    control("quality", "rating"), control("rank", "ranker")));

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Golden() {
    }

    static String text(String path) {
        try (InputStream in = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/" + path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<ExportedTaskView> tasks(String folder) {
        return read(text(folder + "/export.json"));
    }

    /** {@return the tasks of an export in Label Studio's JSON} */
    static List<ExportedTaskView> read(String export) {
        try {
            List<?> tasks = MAPPER.readValue(export, List.class);
            return tasks.stream().map(task -> keys(task).task()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Control control(String name, String type) {
        return new Control(name, type, List.of("prompt"), List.of(), false, 5, false);
    }

    private static Keys keys(Object object) {
        Map<String, Object> keys = new LinkedHashMap<>();
        ((Map<?, ?>) object).forEach((key, value) -> keys.put((String) key, value));
        return new Keys(keys);
    }

    private record Keys(Map<String, Object> keys) {

        ExportedTaskView task() {
            return new ExportedTaskView(number("id"),
                    list("annotations").stream().map(annotation -> Golden.keys(annotation).annotation()).toList(),
                    list("drafts"), list("predictions").stream().map(id -> ((Number) id).longValue()).toList(),
                    Golden.keys(value("data")).keys(), Golden.keys(value("meta")).keys(), time("created_at"),
                    time("updated_at"), number("inner_id"), number("total_annotations"),
                    number("cancelled_annotations"), number("project"), numberOrNull("updated_by"));
        }

        ExportedAnnotationView annotation() {
            Object leadTime = keys.get("lead_time");
            return new ExportedAnnotationView(number("id"), new ExportedAuthor(number("completed_by"), null),
                    keys.get("result") == null ? null : list("result"), (Boolean) value("was_cancelled"),
                    (Boolean) value("ground_truth"), time("created_at"), time("updated_at"),
                    keys.get("draft_created_at") == null ? null : time("draft_created_at"),
                    leadTime == null ? null : FloatNumber.of(new BigDecimal(leadTime.toString())),
                    UUID.fromString((String) value("unique_id")), numberOrNull("import_id"), number("task"),
                    number("project"), numberOrNull("updated_by"), numberOrNull("parent_prediction"),
                    numberOrNull("parent_annotation"), null, 0);
        }

        private Object value(String key) {
            return Objects.requireNonNull(keys.get(key), key);
        }

        private List<Object> list(String key) {
            return new ArrayList<>((List<?>) value(key));
        }

        private long number(String key) {
            return ((Number) value(key)).longValue();
        }

        private @Nullable Long numberOrNull(String key) {
            return keys.get(key) == null ? null : Long.valueOf(number(key));
        }

        private Instant time(String key) {
            return Instant.parse((String) value(key));
        }
    }
}
