package org.prefstream.task.action;

import java.util.Optional;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Done;
import org.prefstream.task.task.ChosenTasks.Counts;

/**
 * Something that owners and managers do with chosen tasks at once. It is done set by set, each in a transaction of its own: what fails on
 * the way leaves whole tasks behind, and done again it goes on with those that are left.
 */
interface TaskAction {

    /** {@return what it is} */
    Described described();

    /**
     * Who asks for it.
     *
     * @param sent what else was sent with the choice
     * @param header gives a header of the request; null where it has none of that name
     */
    record Asking(Fields sent, Person person, UnaryOperator<@Nullable String> header) {
    }

    /** Refuses with a 400 what cannot be done, before anything is; blocks. */
    default void check(Choice choice, Asking asking) {
    }

    /** {@return what it would be done to, where that is not all that is chosen}; blocks */
    default Optional<Counts> foresee(Choice choice, Asking asking) {
        return Optional.empty();
    }

    /** Does it, and blocks until it is done. */
    Done perform(Choice choice, Asking asking);
}
