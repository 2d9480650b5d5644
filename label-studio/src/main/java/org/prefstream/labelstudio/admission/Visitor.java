package org.prefstream.labelstudio.admission;

import org.prefstream.labelstudio.error.ProblemException;

/** A request that asks for a place. One of the two is called, once, by whichever thread brings the decision. */
public interface Visitor {

    /** Takes the place, which the visitor leaves again. */
    void admitted(Place place);

    /** Is told why there is no place: 429 where the holder's own requests are in the way, 503 where all places are taken. */
    void refused(ProblemException refusal);
}
