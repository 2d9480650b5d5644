package org.prefstream.contract;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The kind of a verdict: what an annotator concluded with one comparing control. */
public enum Outcome {
    /** One candidate is better. */
    @JsonProperty("preference")
    PREFERENCE,
    /** The candidates are ranked, best first. Some of them may be equal. */
    @JsonProperty("ranking")
    RANKING,
    /** No candidate is better. */
    @JsonProperty("tie")
    TIE,
    /** No candidate can be used. */
    @JsonProperty("both_bad")
    BOTH_BAD,
    /** The annotator could not tell, for lack of knowledge or because the task is broken. */
    @JsonProperty("cannot_judge")
    CANNOT_JUDGE
}
