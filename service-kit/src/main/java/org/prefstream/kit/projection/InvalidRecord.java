package org.prefstream.kit.projection;

import org.prefstream.kit.database.DatabaseErrors;

/**
 * Says that a record itself is at fault, so that no retry helps. A projection throws it where a record lacks what its copy needs.
 * Only this, and a value that the database refuses, make a record a dead letter. Whatever else fails is a failure of ours or of
 * something that we use, and is tried again for ever.
 */
public final class InvalidRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param why says what is missing or wrong, in words that help whoever reads the dead letter */
    public InvalidRecord(String why) {
        super(why);
    }

    /** @param cause says more about what is wrong */
    public InvalidRecord(String why, Throwable cause) {
        super(why, cause);
    }

    /**
     * {@return whether the record is at fault: a projection says so, or the database refused a value of it}
     */
    static boolean isCauseOf(Throwable failure) {
        if (DatabaseErrors.isTransient(failure)) {
            return false;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof InvalidRecord) {
                return true;
            }
        }
        return DatabaseErrors.hasState(failure, InvalidRecord::isAboutValues);
    }

    /**
     * Values that are wrong by themselves (class 22), missing (23502), refused by a check (23514), or too long for an index
     * (54000). A value that another row has (23505, 23P01), or that another row lacks (23503), is no fault of the record: a
     * transaction beside it made or removed that row, and the next attempt sees it.
     */
    private static boolean isAboutValues(String state) {
        return state.startsWith("22") || state.equals("23502") || state.equals("23514") || state.equals("54000");
    }
}
