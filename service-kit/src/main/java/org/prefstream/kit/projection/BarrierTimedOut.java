package org.prefstream.kit.projection;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Says that what was acknowledged was not applied in the time allowed, so the answer would have been incomplete. */
public final class BarrierTimedOut extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** @param what says what lags, in words that help an operator */
    public BarrierTimedOut(String what) {
        super(ProblemType.LAGGING, "An answer now would miss acknowledged work, so there is none: " + what
                + ". Nothing is lost; try again shortly.");
    }
}
