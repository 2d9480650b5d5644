package org.prefstream.task.task;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.task.VisibleData;
import org.prefstream.labelstudio.view.AnsweredTask;
import org.prefstream.labelstudio.view.TaskState;
import org.prefstream.task.project.Project;

import com.fasterxml.jackson.databind.util.RawValue;

/**
 * What a reader may see of a task. Annotators see what the configuration shows of its data and nothing else, and no meta: no model's
 * name and no known answer could sway them.
 *
 * @param shown whose values may be seen; null means all
 */
record Sight(@Nullable ComparisonSpec shown) {

    static final Sight ALL = new Sight(null);

    /** {@return what that person may see of the project's tasks} */
    static Sight of(Project project, Person person) {
        return person.manages() ? ALL : new Sight(project.spec());
    }

    TaskState state(CountedTask counted) {
        Task task = counted.task();
        return shown == null
                ? counted.state(new RawValue(task.dataJson()), new RawValue(task.metaJson()))
                : counted.state(new RawValue(Json.write(VisibleData.of(shown, task.data()))), Map.of());
    }

    /** {@return what the answers to a task say together; annotators are not told, so that nobody follows the others} */
    @Nullable
    AnsweredTask answered(CountedTask counted) {
        return shown == null ? counted.counts().answered() : null;
    }
}
