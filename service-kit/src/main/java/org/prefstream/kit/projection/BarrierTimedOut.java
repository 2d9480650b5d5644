package org.prefstream.kit.projection;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** Says that what was acknowledged was not applied in the time allowed, so the answer would have been incomplete. */
public final class BarrierTimedOut extends ProblemException {

    private static final long serialVersionUID = 1L;

    /** @param what says what lags, in words that help an operator */
    public BarrierTimedOut(String what) {
        this(ProblemType.LAGGING, "An answer now would miss acknowledged work, so there is none: " + what
                + ". Nothing is lost; try again shortly.");
    }

    private BarrierTimedOut(ProblemType type, String text) {
        super(type, text);
    }

    /**
     * {@return the refusal of what needs a copy that is no longer kept}
     *
     * @param why says what is wrong with the copy, and what an operator must do
     */
    static BarrierTimedOut refusedCopy(String why) {
        return new BarrierTimedOut(ProblemType.LAGGING,
                "An answer now would not be complete, so there is none: " + why + ".");
    }
}
