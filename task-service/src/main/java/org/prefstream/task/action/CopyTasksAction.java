package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.task.TaskActions;

/** Copies tasks to another project, where nobody has judged them yet. */
@ApplicationScoped
class CopyTasksAction implements TaskAction {

    private final ToAnotherProject other;

    CopyTasksAction(ToAnotherProject other) {
        this.other = other;
    }

    @Override
    public Described described() {
        return new Described("copy_tasks", "Copy to another project", 97, "tasks.create",
                "The selected tasks are copied to the project \"to\", with their data, meta and predictions. The originals and their judgements stay as they are.");
    }

    @Override
    public void check(Choice choice, Asking asking) {
        other.check(choice, asking, false);
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        return other.perform(choice, asking, TaskActions.Kind.COPY_TASKS, "Copied");
    }
}
