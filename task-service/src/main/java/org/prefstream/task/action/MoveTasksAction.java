package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.task.TaskActions;

/** Moves tasks to another project; their judgements are withdrawn. */
@ApplicationScoped
class MoveTasksAction implements TaskAction {

    private final ToAnotherProject other;

    MoveTasksAction(ToAnotherProject other) {
        this.other = other;
    }

    @Override
    public Described described() {
        return new Described("move_tasks", "Move to another project", 98, "tasks.change",
                "The selected tasks are moved to the project \"to\", with their data, meta and predictions. Their judgements are withdrawn, because they were given under another configuration.");
    }

    @Override
    public void check(Choice choice, Asking asking) {
        other.check(choice, asking, true);
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        return other.perform(choice, asking, TaskActions.Kind.MOVE_TASKS, "Moved");
    }
}
