package org.prefstream.task.action;

import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.ChosenTasks.Counts;
import org.prefstream.task.task.DeleteTasks;
import org.prefstream.task.task.TwinTasks;
import org.prefstream.task.twin.Fingerprints;

/**
 * Deletes chosen tasks whose twins are chosen, too. No task with annotations is deleted, and of each set of twins one stays. Label Studio
 * moves annotations to the first twin; here each stays with the task that was shown.
 */
@ApplicationScoped
class RemoveDuplicatesAction implements TaskAction {

    private final ChosenTasks chosen;
    private final Fingerprints fingerprints;
    private final TwinTasks twins;
    private final DeleteTasks delete;
    private final Projects projects;
    private final Transactions transactions;
    private final AcrossServices across;

    RemoveDuplicatesAction(ChosenTasks chosen, Fingerprints fingerprints, TwinTasks twins, DeleteTasks delete,
            Projects projects, Transactions transactions, AcrossServices across) {
        this.chosen = chosen;
        this.fingerprints = fingerprints;
        this.twins = twins;
        this.delete = delete;
        this.projects = projects;
        this.transactions = transactions;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("remove_duplicates", "Remove duplicates", 99, "tasks.delete",
                "Selected tasks with the same data as another selected task are deleted. Tasks that somebody has annotated stay, and of the others the oldest. \"dry_run\" counts them only.");
    }

    @Override
    public Optional<Counts> foresee(Choice choice, Asking asking) {
        long project = choice.projectId();
        complete(project, asking);
        long count = chosen.inSets(project, choice.query(), set -> twins.toGo(project, choice.query(), set).size());
        return Optional.of(new Counts(count, 0, 0));
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        complete(project, asking);
        long removed = chosen.inSets(project, choice.query(), set -> {
            // Whoever has judged one of them in the meantime keeps it there.
            across.annotationsOf(project).await().indefinitely();
            return delete.unjudged(project, twins.toGo(project, choice.query(), set));
        });
        across.known(project, Topic.TASKS).await().indefinitely();
        return new Done(removed, removed > 0, "Removed " + removed + " tasks");
    }

    private void complete(long project, Asking asking) {
        ComparisonSpec spec = transactions.read(() -> projects.require(project, asking.person()))
                .await()
                .indefinitely()
                .spec();
        fingerprints.complete(project, spec);
    }
}
