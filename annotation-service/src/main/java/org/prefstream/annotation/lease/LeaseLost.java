package org.prefstream.annotation.lease;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Says that the lease has ended or is not the caller's, so that somebody else may hold the task by now. */
public final class LeaseLost extends ProblemException {

    private static final long serialVersionUID = 1L;

    public LeaseLost() {
        super(ProblemType.LEASE_LOST,
                "Your lease on this task has ended, and somebody else may have the task by now. Claim the next task.");
    }
}
