package org.prefstream.task.action;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.task.action.ActionViews.Undid;
import org.prefstream.task.action.TaskAction.Asking;
import org.prefstream.task.task.UndoTasks;
import org.prefstream.task.task.UndoTasks.Undone;

/** Undoes an action that said by which id it can be undone. It chooses no tasks: the journal knows them. */
@ApplicationScoped
class UndoAction {

    static final String ID = "undo";

    private final UndoTasks undo;

    UndoAction(UndoTasks undo) {
        this.undo = undo;
    }

    /** Blocks until it is undone; refuses with a 400 where nothing can be. */
    Undid perform(long projectId, Asking asking) {
        Undone undone = undo.undo(projectId, asking.sent().id("action"), asking.person().id());
        String left = undone.left() == 0 ? "" : "; " + undone.left() + " were worked on since, and stay";
        return new Undid(undone.tasks(), undone.left(), undone.tasks() > 0,
                "Undid it for " + undone.tasks() + " tasks" + left, null);
    }
}
