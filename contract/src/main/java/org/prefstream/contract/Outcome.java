package org.prefstream.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What an annotator concluded with one comparing control. */
public enum Outcome {
    /** One candidate is better. */
    @JsonProperty("preference")
    PREFERENCE,
    /** A ranking of candidates, best first; there may be ties in it. */
    @JsonProperty("ranking")
    RANKING,
    /** Neither is better. */
    @JsonProperty("tie")
    TIE,
    /** Neither can be used. */
    @JsonProperty("both_bad")
    BOTH_BAD,
    /** The annotator could not tell, for lack of knowledge or because the task is broken. */
    @JsonProperty("cannot_judge")
    CANNOT_JUDGE
}
