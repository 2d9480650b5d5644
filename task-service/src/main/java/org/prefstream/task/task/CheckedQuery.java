package org.prefstream.task.task;

import org.prefstream.labelstudio.error.ProblemException;

/** Checks Label Studio's queries before they are kept. */
public final class CheckedQuery {

    private CheckedQuery() {
    }

    /**
     * Refuses a query that no list of tasks would take.
     *
     * @param query filters, ordering and selectedItems as a JSON object
     * @throws ProblemException 400 that names what the query asks for and cannot have
     */
    public static void require(long projectId, String query) {
        TaskQuery.of(projectId, query, false);
    }
}
