package org.prefstream.task.task;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.view.TaskState;

/** A task with what is counted of its annotations. */
record CountedTask(Task task, TaskCounts counts) {

    private static final TaskCounts NONE = new TaskCounts();

    /** {@return what a row of both holds, where the counts may be missing} */
    static CountedTask of(Task task, @Nullable TaskCounts counts) {
        return new CountedTask(task, counts == null ? NONE : counts);
    }

    /** {@return the task for a view}, with its data as the reader may see it */
    TaskState state(Object visibleData, Object visibleMeta) {
        return task.state(counts, visibleData, visibleMeta);
    }
}
