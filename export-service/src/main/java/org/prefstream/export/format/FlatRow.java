package org.prefstream.export.format;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;

/**
 * One annotation of a task, flattened as Label Studio's smaller formats show it.
 *
 * @param annotation the annotation; null in the one row of a task that nobody touched
 * @param answers per answered control, in the order of the result, what it says in short
 */
record FlatRow(ExportedTask task, @Nullable ExportedAnnotation annotation, Map<String, Object> answers) {

    private static final Comparator<ExportedAnnotation> NEWEST_FIRST = Comparator
            .comparing((ExportedAnnotation annotation) -> annotation.createdAt().truncatedTo(ChronoUnit.MICROS))
            .reversed();

    /**
     * {@return the task's rows, the newest annotation first; skips have none, so a task that was only skipped has none either}
     */
    static List<FlatRow> of(ExportedTask task, ComparisonSpec spec) {
        if (task.annotations().isEmpty()) {
            return List.of(new FlatRow(task, null, Map.of()));
        }
        return task.annotations()
                .stream()
                .filter(annotation -> !annotation.wasCancelled())
                .sorted(NEWEST_FIRST)
                .map(annotation -> new FlatRow(task, annotation, answers(annotation, spec)))
                .toList();
    }

    /** What was answered to controls that the configuration no longer has is left out. */
    private static Map<String, Object> answers(ExportedAnnotation annotation, ComparisonSpec spec) {
        Map<String, List<Map<?, ?>>> regions = new LinkedHashMap<>();
        List<Object> result = annotation.result() == null ? List.of() : annotation.result();
        for (Object item : result) {
            if (item instanceof Map<?, ?> region && region.get("from_name") instanceof String control) {
                regions.computeIfAbsent(control, name -> new ArrayList<>()).add(region);
            }
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        regions.forEach((name, answered) -> {
            Optional<Control> control = spec.control(name);
            control.ifPresent(known -> answers.put(name, inShort(known.type(), answered)));
        });
        return answers;
    }

    /** A single choice or text stands alone; everything else is a list of objects. */
    private static Object inShort(String type, List<Map<?, ?>> regions) {
        List<Object> values = regions.stream().map(region -> inShort(type, value(region))).toList();
        boolean standsAlone = type.equals("choices") || type.equals("textarea");
        return standsAlone && values.size() == 1 ? values.get(0) : values;
    }

    private static Object inShort(String type, Map<String, Object> value) {
        return switch (type) {
            case "choices" -> single(value.get("choices")).orElse(value);
            case "textarea" -> single(value.get("text")).orElse(value);
            default -> value;
        };
    }

    private static Optional<Object> single(@Nullable Object values) {
        return values instanceof List<?> list && list.size() == 1 ? Optional.ofNullable(list.get(0)) : Optional.empty();
    }

    private static Map<String, Object> value(Map<?, ?> region) {
        Map<String, Object> value = new LinkedHashMap<>();
        if (region.get("value") instanceof Map<?, ?> keys) {
            keys.forEach((key, item) -> value.put(key.toString(), item));
        }
        value.remove("type");
        for (String size : List.of("original_width", "original_height")) {
            if (region.containsKey(size)) {
                value.put(size, region.get(size));
            }
        }
        return value;
    }
}
