package org.prefstream.kit.projection;

import org.prefstream.labelstudio.error.ProblemException;

/** What was acknowledged could not be applied in the time allowed: the answer would have been incomplete. */
public final class BarrierTimedOut extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** @param what what lags, in words that help an operator */
    public BarrierTimedOut(String what) {
        super(503, "lagging", "Not everything acknowledged has arrived yet",
                "An answer now would miss acknowledged work, so there is none: " + what
                        + ". Nothing is lost; try again shortly.");
    }
}
