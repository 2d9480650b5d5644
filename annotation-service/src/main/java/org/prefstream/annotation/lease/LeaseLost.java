package org.prefstream.annotation.lease;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** The claim is over: somebody else may hold the task by now. */
public final class LeaseLost extends ProblemException {

    private static final long serialVersionUID = 1L;

    public LeaseLost(long leaseId) {
        super(ProblemType.LEASE_LOST,
                "Your claim %d on this task has ended and others have taken it. Claim the next task."
                        .formatted(leaseId));
    }
}
