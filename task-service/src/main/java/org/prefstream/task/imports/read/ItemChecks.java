package org.prefstream.task.imports.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.JsonValues;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.task.imports.read.ImportItem.LeftOut;
import org.prefstream.task.imports.read.Rows.Row;

/** Makes a task of an item, or says like Label Studio why it is none. */
final class ItemChecks {

    private static final String ANNOTATIONS = "annotations";
    /** What annotations were called in old versions of Label Studio. */
    private static final String COMPLETIONS = "completions";
    private static final String PREDICTIONS = "predictions";

    private ItemChecks() {
    }

    /**
     * Reads an item: {@code {"data":…,"meta":…,"annotations":…,"predictions":…}} where it has a {@code data}, otherwise data and
     * nothing else. Other members beside {@code data}, such as those of exports, are not looked at.
     *
     * @throws ImportInvalid naming the item
     */
    static ImportItem item(long index, Row row, RequiredFields required, ColumnNames names, Origin origin) {
        if (row.flaw() != null) {
            throw row.flaw();
        }
        try {
            Map<String, Object> root = Json.asObject(row.value());
            if (root == null) {
                throw new IllegalArgumentException("a task must be a JSON object");
            }
            boolean flat = row.flat() || !root.containsKey("data");
            refuseLong(index, flat ? row.bytes() : row.dataBytes());
            return flat
                    ? flat(index, names.named(root), row.bytes(), required, origin)
                    : wrapped(index, root, row.bytes(), required, names, origin);
        } catch (IllegalArgumentException e) {
            throw ImportInvalid
                    .tasks("Error at item " + index + ": " + e.getMessage() + " :: " + PythonText.of(row.value()));
        }
    }

    private static ImportItem flat(long index, Map<String, Object> data, long bytes, RequiredFields required,
            Origin origin) {
        refuse(required.flaw(data, true));
        return new ImportItem(index, data, Map.of(), List.of(), List.of(), LeftOut.NOTHING, bytes, origin);
    }

    private static ImportItem wrapped(long index, Map<String, Object> root, long bytes, RequiredFields required,
            ColumnNames names, Origin origin) {
        Map<String, Object> sent = Json.asObject(root.get("data"));
        if (sent == null) {
            throw new IllegalArgumentException("\"data\" must be an object with the task's values");
        }
        Map<String, Object> data = names.named(sent);
        refuse(required.flaw(data, false));
        Object meta = root.get("meta");
        Map<String, Object> known = meta == null ? Map.of() : Json.asObject(meta);
        if (known == null) {
            throw new IllegalArgumentException("\"meta\" must be an object");
        }
        List<ImportedAnnotation> annotations = new ArrayList<>();
        each(list(root, ANNOTATIONS), ANNOTATIONS, ImportedAnnotation::of, annotations);
        each(list(root, COMPLETIONS), COMPLETIONS, ImportedAnnotation::ofCompletion, annotations);
        List<?> predicted = list(root, PREDICTIONS);
        List<ImportedPrediction> predictions = new ArrayList<>();
        each(predicted, PREDICTIONS, ImportedPrediction::of, predictions);
        return new ImportItem(index, data, known, annotations, predictions,
                new LeftOut(predicted.size() - predictions.size(), list(root, "drafts").size()), bytes, origin);
    }

    private static List<?> list(Map<String, Object> root, String key) {
        Object value = root.get(key);
        if (value != null && !(value instanceof List)) {
            throw new IllegalArgumentException("\"" + key + "\" must be a list");
        }
        return value == null ? List.of() : (List<?>) value;
    }

    /** Reads what a list holds, but for predictions that are only ids, which is how exports write them. */
    private static <T> void each(List<?> list, String key, BiFunction<@Nullable Object, String, T> read, List<T> all) {
        for (int i = 0; i < list.size(); i++) {
            if (!key.equals(PREDICTIONS) || Members.id(list.get(i)) == null) {
                all.add(read.apply(list.get(i), key + "[" + i + "]"));
            }
        }
    }

    private static void refuse(Optional<String> flaw) {
        flaw.ifPresent(message -> {
            throw new IllegalArgumentException(message);
        });
    }

    private static void refuseLong(long index, long dataBytes) {
        if (dataBytes > JsonValues.DATA_BYTES_MAX) {
            throw ImportInvalid.tooLarge("Error at item " + index + ": its data is longer than "
                    + JsonValues.DATA_BYTES_MAX + " bytes (2 MiB)");
        }
    }
}
