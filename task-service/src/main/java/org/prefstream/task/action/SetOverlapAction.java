package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.SetOverlap;

/** Changes how many annotators tasks need. Label Studio has no such action. */
@ApplicationScoped
class SetOverlapAction implements TaskAction {

    private static final int OVERLAP_MAX = 1_000;

    private final ChosenTasks chosen;
    private final SetOverlap overlap;
    private final Transactions transactions;
    private final AcrossServices across;

    SetOverlapAction(ChosenTasks chosen, SetOverlap overlap, Transactions transactions, AcrossServices across) {
        this.chosen = chosen;
        this.overlap = overlap;
        this.transactions = transactions;
        this.across = across;
    }

    @Override
    public Described described() {
        return new Described("set_overlap", "Set overlap", 95, "tasks.change",
                "The selected tasks need as many different annotators from now on as \"overlap\" says, from 1 to "
                        + OVERLAP_MAX + ".");
    }

    @Override
    public Done perform(Choice choice, Asking asking) {
        long project = choice.projectId();
        int wanted = asking.sent()
                .whole("overlap", 1, OVERLAP_MAX)
                .map(Math::toIntExact)
                .orElseThrow(() -> ProblemException.invalid("overlap", "This field is required."));
        long set = chosen.inSets(project, choice.query(),
                ids -> transactions.write(() -> overlap.of(project, ids, wanted, asking.person().id()))
                        .await()
                        .indefinitely());
        across.known(project, Topic.TASKS).await().indefinitely();
        return new Done(set, false, "Set the overlap of " + set + " tasks to " + wanted);
    }
}
