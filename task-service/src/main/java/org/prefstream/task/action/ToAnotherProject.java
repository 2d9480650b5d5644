package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.action.TaskAction.Asking;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.TaskActions;
import org.prefstream.task.task.TaskActions.Beginning;
import org.prefstream.task.task.TransferTasks;
import org.prefstream.task.task.TransferTasks.Transfer;

/** What copying and moving have in common: all tasks are looked at before the first one goes. */
@ApplicationScoped
class ToAnotherProject {

    private static final String TO = "to";

    private final ChosenTasks chosen;
    private final TransferTasks transfer;
    private final TaskActions actions;
    private final Projects projects;
    private final Transactions transactions;
    private final AcrossServices across;

    ToAnotherProject(ChosenTasks chosen, TransferTasks transfer, TaskActions actions, Projects projects,
            Transactions transactions, AcrossServices across) {
        this.chosen = chosen;
        this.transfer = transfer;
        this.actions = actions;
        this.projects = projects;
        this.transactions = transactions;
        this.across = across;
    }

    /** Refuses with a 400 what cannot be done. {@return what goes where} */
    Transfer check(Choice choice, Asking asking, boolean moved) {
        long to = asking.sent().id(TO);
        if (to == choice.projectId()) {
            throw ProblemException.invalid(TO, "Must be another project than the one that the tasks are in.");
        }
        transactions.read(() -> projects.require(to, asking.person()))
                .onFailure(ProblemException.class)
                .transform(unknown -> ProblemException.invalid(TO,
                        "No project has this id. Name one that you may add tasks to."))
                .await()
                .indefinitely();
        Transfer what = new Transfer(choice.projectId(), to, moved, asking.person().id());
        chosen.inSets(choice.projectId(), choice.query(), set -> {
            transfer.check(what, set);
            return 0;
        });
        return what;
    }

    Done perform(Choice choice, Asking asking, TaskActions.Kind kind, String did) {
        String key = key(asking);
        Transfer what = check(choice, asking, kind == TaskActions.Kind.MOVE_TASKS);
        long action = actions.begin(new Beginning(what.from(), kind, what.to(), what.by(), key));
        long done = chosen.inSets(what.from(), choice.query(), set -> transfer.set(what, set, action));
        across.known(what.to(), Topic.TASKS).await().indefinitely();
        across.known(what.from(), Topic.TASKS).await().indefinitely();
        return new Done(done, what.moved() && !chosen.isAnyIn(what.from()),
                did + " " + done + " tasks to project " + what.to(), actions.undo(action));
    }

    /** {@return by what a repeated request is known; null where nothing was sent} */
    static @Nullable String key(Asking asking) {
        String key = asking.header().apply("Idempotency-Key");
        if (key != null && (key.isBlank() || key.length() > 255)) {
            throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
        return key;
    }
}
