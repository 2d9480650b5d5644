package org.prefstream.task.action;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.SetOverlap;
import org.prefstream.task.task.TaskActions;
import org.prefstream.task.task.TaskActions.Beginning;

/** Changes how many annotators tasks need. Label Studio has no such action. */
@ApplicationScoped
class SetOverlapAction implements TaskAction {

    private static final int OVERLAP_MAX = 1_000;

    private final ChosenTasks chosen;
    private final SetOverlap overlap;
    private final TaskActions actions;
    private final Transactions transactions;
    private final AcrossServices across;

    SetOverlapAction(ChosenTasks chosen, SetOverlap overlap, TaskActions actions, Transactions transactions,
            AcrossServices across) {
        this.chosen = chosen;
        this.overlap = overlap;
        this.actions = actions;
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
        long by = asking.person().id();
        long action = actions
                .begin(new Beginning(project, TaskActions.Kind.SET_OVERLAP, null, by, ToAnotherProject.key(asking)));
        long set = chosen.inSets(project, choice.query(), ids -> set(project, ids, wanted, by, action));
        across.known(project, Topic.TASKS).await().indefinitely();
        return new Done(set, false, "Set the overlap of " + set + " tasks to " + wanted, actions.undo(action));
    }

    private int set(long project, List<Long> ids, int wanted, long by, long action) {
        Map<Long, Integer> all = ids.stream().collect(Collectors.toMap(Function.identity(), id -> wanted));
        return transactions.write(() -> overlap.of(project, all, by, action)).await().indefinitely();
    }
}
