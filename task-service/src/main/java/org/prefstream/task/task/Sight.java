package org.prefstream.task.task;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.VisibleData;
import org.prefstream.labelstudio.view.TaskState;
import org.prefstream.task.project.Project;

import com.fasterxml.jackson.databind.util.RawValue;

/**
 * What a reader may see of a task's data. Annotators see what the configuration shows and nothing else: no model's name and no
 * known answer could sway them.
 *
 * @param shown whose values may be seen; null means all
 */
record Sight(@Nullable ComparisonSpec shown) {

    static final Sight ALL = new Sight(null);

    /** {@return what that person may see of the project's tasks} */
    static Sight of(Project project, Person person) {
        return person.manages() ? ALL : new Sight(project.spec());
    }

    TaskState state(Task task) {
        String data = shown == null ? task.dataJson() : Json.write(VisibleData.of(shown, task.data()));
        return task.state(new RawValue(data), new RawValue(task.metaJson()));
    }
}
