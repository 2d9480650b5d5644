package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.DeleteTasks;

/** Deletes tasks with all that belongs to them. */
@ApplicationScoped
class DeleteTasksAction implements TaskAction {

    private final ChosenTasks chosen;
    private final DeleteTasks delete;
    private final AcrossServices across;

    DeleteTasksAction(ChosenTasks chosen, DeleteTasks delete, AcrossServices across) {
        this.chosen = chosen;
        this.delete = delete;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("delete_tasks", "Delete tasks", 100, "tasks.delete",
                "The selected tasks are deleted, with their annotations and predictions. This cannot be undone.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        long deleted = chosen.inSets(project, choice.query(), set -> delete.these(project, set));
        across.known(project, Topic.TASKS).await().indefinitely();
        return new Done(deleted, !chosen.isAnyIn(project), "Deleted " + deleted + " tasks");
    }
}
