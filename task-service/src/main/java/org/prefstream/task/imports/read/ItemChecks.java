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
import org.prefstream.task.imports.read.Rows.Row;

/** Makes a task of an item, or says like Label Studio why it is none. */
final class ItemChecks {

    private ItemChecks() {
    }

    /**
     * Reads an item: {@code {"data":…,"meta":…,"annotations":…,"predictions":…}} where it has a {@code data}, otherwise data and
     * nothing else. Other members beside {@code data} are not looked at.
     *
     * @throws ImportInvalid naming the item
     */
    static ImportItem item(long index, Row row, RequiredFields required) {
        try {
            Map<String, Object> root = Json.asObject(row.value());
            if (root == null) {
                throw new IllegalArgumentException("a task must be a JSON object");
            }
            boolean flat = row.flat() || !root.containsKey("data");
            refuseLong(index, flat ? row.bytes() : row.dataBytes());
            return flat ? flat(index, root, row.bytes(), required) : wrapped(index, root, row.bytes(), required);
        } catch (IllegalArgumentException e) {
            throw ImportInvalid
                    .tasks("Error at item " + index + ": " + e.getMessage() + " :: " + PythonText.of(row.value()));
        }
    }

    private static ImportItem flat(long index, Map<String, Object> data, long bytes, RequiredFields required) {
        refuse(required.flaw(data, true));
        return new ImportItem(index, data, Map.of(), List.of(), List.of(), bytes);
    }

    private static ImportItem wrapped(long index, Map<String, Object> root, long bytes, RequiredFields required) {
        Map<String, Object> data = Json.asObject(root.get("data"));
        if (data == null) {
            throw new IllegalArgumentException("\"data\" must be an object with the task's values");
        }
        refuse(required.flaw(data, false));
        Object meta = root.get("meta");
        Map<String, Object> known = meta == null ? Map.of() : Json.asObject(meta);
        if (known == null) {
            throw new IllegalArgumentException("\"meta\" must be an object");
        }
        return new ImportItem(index, data, known, each(root, "annotations", ImportedAnnotation::of),
                each(root, "predictions", ImportedPrediction::of), bytes);
    }

    private static <T> List<T> each(Map<String, Object> root, String key,
            BiFunction<@Nullable Object, String, T> read) {
        Object value = root.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof List<?> list)) {
            throw new IllegalArgumentException("\"" + key + "\" must be a list");
        }
        List<T> all = new ArrayList<>(list.size());
        for (int i = 0; i < list.size(); i++) {
            all.add(read.apply(list.get(i), key + "[" + i + "]"));
        }
        return all;
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
