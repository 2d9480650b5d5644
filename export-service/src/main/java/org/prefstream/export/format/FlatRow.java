package org.prefstream.export.format;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.Times;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Expansion;
import org.prefstream.labelstudio.view.ExportedAnnotationView;
import org.prefstream.labelstudio.view.ExportedTaskView;

/**
 * One annotation of a task, flattened as Label Studio's smaller formats show it.
 *
 * @param annotation null in the only row of a task that nobody has annotated or skipped
 * @param answers what each answered control says in short, by the control's name, in the order of the result
 */
record FlatRow(ExportedTaskView task, @Nullable ExportedAnnotationView annotation, Map<String, Object> answers) {

    /** The key of {@link #provenance()} that holds the annotator's id. */
    static final String ANNOTATOR = "annotator";

    private static final Comparator<ExportedAnnotationView> NEWEST_FIRST = Comparator
            .comparing((ExportedAnnotationView annotation) -> annotation.createdAt().truncatedTo(ChronoUnit.MICROS))
            .reversed();

    /** {@return the rows of all tasks} */
    static Rows<FlatRow> allOf(ExportSource source) {
        ComparisonSpec spec = source.spec();
        return () -> source.tasks().open().flatMap(task -> of(task, spec).stream());
    }

    /** The newest annotation comes first. Skips have no row, so a task that was only skipped has none either. */
    private static List<FlatRow> of(ExportedTaskView task, ComparisonSpec spec) {
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

    /** {@return who annotated the task, when, and in how many seconds; all values are null where nobody did} */
    Map<String, @Nullable Object> provenance() {
        Map<String, @Nullable Object> provenance = new LinkedHashMap<>();
        provenance.put(ANNOTATOR, annotation == null ? null : annotation.completedBy().id());
        provenance.put("annotation_id", annotation == null ? null : annotation.id());
        provenance.put("created_at", annotation == null ? null : Times.format(annotation.createdAt()));
        provenance.put("updated_at", annotation == null ? null : Times.format(annotation.updatedAt()));
        provenance.put("lead_time", annotation == null ? null : annotation.leadTime());
        return provenance;
    }

    /** Leaves out answers to controls that the configuration no longer has. */
    private static Map<String, Object> answers(ExportedAnnotationView annotation, ComparisonSpec spec) {
        Map<String, List<Map<?, ?>>> regions = new LinkedHashMap<>();
        List<Object> result = annotation.result() == null ? List.of() : annotation.result();
        for (Object item : result) {
            if (item instanceof Map<?, ?> region && region.get("from_name") instanceof String control) {
                regions.computeIfAbsent(control, name -> new ArrayList<>()).add(region);
            }
        }
        Map<String, Object> answers = new LinkedHashMap<>();
        regions.forEach((name, answered) -> {
            Optional<Control> control = Expansion.controlNamed(spec, name);
            control.ifPresent(known -> answers.put(name, inShort(known, answered)));
        });
        return answers;
    }

    /** A single choice or text stands alone; everything else is a list of objects. */
    private static Object inShort(Control control, List<Map<?, ?>> regions) {
        Optional<TagType> brief = Stream.of(TagType.CHOICES, TagType.TEXT_AREA)
                .filter(type -> type.is(control))
                .findFirst();
        List<Object> values = regions.stream()
                .map(FlatRow::value)
                .map(value -> brief.flatMap(type -> single(value.get(type.valueKey()))).orElse(value))
                .toList();
        return brief.isPresent() && values.size() == 1 ? values.get(0) : values;
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
