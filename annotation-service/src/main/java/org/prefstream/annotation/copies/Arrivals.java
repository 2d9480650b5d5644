package org.prefstream.annotation.copies;

import org.prefstream.kit.database.SessionStatements;

import io.smallrye.mutiny.Uni;

/**
 * Lets batches of tasks, projects and imported annotations come in one after another. An imported annotation is applied by
 * the batch that brings the last of the three. If two of them came in at once, neither would see what the other has not
 * committed yet, and the annotation would wait for ever.
 */
public final class Arrivals {

    private static final String LOCK = "select cast(pg_advisory_xact_lock(7310441) as text)";

    private Arrivals() {
    }

    /**
     * Waits until all other batches are committed, and keeps those that follow out until the caller's transaction ends. A
     * batch calls this before it locks any row: one that held rows could hold what another one needs to end.
     */
    public static Uni<Void> oneAfterAnother() {
        return SessionStatements.row(LOCK).replaceWithVoid();
    }
}
