package org.prefstream.task.task;

import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Uni;

/** What saved views select. */
public interface SavedQueries {

    /**
     * What a view selects.
     *
     * @param query Label Studio's {@code query} as JSON, which was checked when the view was saved
     */
    record SavedQuery(long projectId, String query) {
    }

    /** {@return what a view selects, in the session of the caller; refuses with a 404 a view that is not there, or not for the person} */
    Uni<SavedQuery> of(long viewId, Person person);
}
