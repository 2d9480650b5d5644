package org.prefstream.export.dataset;

import org.prefstream.kit.database.SessionStatements;

import io.smallrye.mutiny.Uni;

/**
 * Keeps the deletion of a project apart from the arrival of what belongs to it. Otherwise an arriving row could be checked
 * before the deletion commits, be committed after that, and stay for ever.
 */
final class Deletions {

    /** The number of the advisory lock that deletions and arrivals take. */
    static final long LOCK = 0x7072_6f6a_6563_7473L;

    private Deletions() {
    }

    /** Waits for deletions that are under way and keeps new ones out until the present transaction ends. */
    static Uni<?> keepOut() {
        return SessionStatements.row("select cast(pg_advisory_xact_lock_shared($1) as text)", LOCK);
    }

    /** Waits for arrivals that are under way and keeps new ones out until the present transaction ends. */
    static Uni<?> begin() {
        return SessionStatements.row("select cast(pg_advisory_xact_lock($1) as text)", LOCK);
    }
}
