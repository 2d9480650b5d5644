package org.prefstream.task.labeling;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.json.Json;
import org.prefstream.task.importing.ItemJson;

/** The task that a configuration's author wrote into an XML comment, to see what labeling will look like. */
final class ExampleTask {

    private ExampleTask() {
    }

    /** {@return the data of the first comment that holds a task; null where none does: a comment may say anything} */
    static @Nullable Map<String, Object> in(List<String> comments) {
        for (String comment : comments) {
            Map<String, Object> data = comment.strip().startsWith("{") ? data(comment) : null;
            if (data != null) {
                return data;
            }
        }
        return null;
    }

    private static @Nullable Map<String, Object> data(String comment) {
        try {
            Map<String, Object> task = ItemJson.readObject(comment);
            if (task.containsKey("data")) {
                return Json.asObject(task.get("data"));
            }
            return task.containsKey("annotations") || task.containsKey("predictions") ? null : task;
        } catch (IllegalArgumentException noTask) {
            return null;
        }
    }
}
