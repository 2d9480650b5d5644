package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.WritePredictions;

/** Deletes the predictions of tasks. */
@ApplicationScoped
class DeletePredictionsAction implements TaskAction {

    private final ChosenTasks chosen;
    private final WritePredictions write;
    private final Transactions transactions;

    DeletePredictionsAction(ChosenTasks chosen, WritePredictions write, Transactions transactions) {
        this.chosen = chosen;
        this.write = write;
        this.transactions = transactions;
    }

    @Override
    public Described described() {
        return new Described("delete_tasks_predictions", "Delete predictions", 102, "predictions.any",
                "All predictions of the selected tasks are deleted. This cannot be undone.");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        long deleted = chosen.inSets(project, choice.query(),
                set -> transactions.write(() -> write.deleteOf(project, set, asking.person().id()))
                        .await()
                        .indefinitely());
        return new Done(deleted, false, "Deleted " + deleted + " predictions");
    }
}
