package org.prefstream.task.task;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.TaskState;
import org.prefstream.task.project.Project;

import com.fasterxml.jackson.databind.util.RawValue;

/**
 * What a reader may see of a task's data. Annotators see what the configuration names and nothing else: no model's name and no
 * known answer could sway them.
 *
 * @param fields what may be seen; null means all
 */
record Sight(@Nullable List<String> fields) {

    static final Sight ALL = new Sight(null);

    /** {@return what that person may see of the project's tasks} */
    static Sight of(Project project, Person person) {
        return person.manages() ? ALL : new Sight(project.shown());
    }

    TaskState state(Task task) {
        return task.state(new RawValue(fields == null ? task.dataJson() : Json.write(visible(task.data(), fields))),
                new RawValue(task.metaJson()));
    }

    private static Map<String, Object> visible(Map<String, Object> data, List<String> fields) {
        data.keySet()
                .removeIf(key -> fields.stream()
                        .noneMatch(field -> field.equals(key) || field.startsWith(key + ".")
                                || field.startsWith(key + "[")));
        return data;
    }
}
