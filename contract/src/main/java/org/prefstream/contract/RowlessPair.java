package org.prefstream.contract;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Two candidates that an annotation judges and that have no dataset record: neither is better, or nothing could be trained on them.
 * It has either a code or a row.
 *
 * @param control the Pairwise or Ranker that was answered
 * @param first index in data order of the one candidate
 * @param second index in data order of the other one, which is higher
 * @param outcome {@link Outcome#PREFERENCE}, {@link Outcome#TIE} or {@link Outcome#BOTH_BAD}; a ranking has preferences and ties
 * @param code why nothing could be trained on them, whatever was said, such as {@link #IDENTICAL_ANSWERS}; null where something could.
 *        A later version may know other codes
 * @param row of a tie and of both bad, the row as if the first candidate were chosen, with the strength 0; null otherwise
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RowlessPair(
        @JsonProperty("control") String control,
        @JsonProperty("first") int first,
        @JsonProperty("second") int second,
        @JsonProperty("outcome") Outcome outcome,
        @JsonProperty("code") @Nullable String code,
        @JsonProperty("row") @Nullable PreferenceRecord row) {

    /** Both answers are the same. */
    public static final String IDENTICAL_ANSWERS = "IDENTICAL_ANSWERS";
    /** An answer is blank, or a conversation has no message. */
    public static final String EMPTY_TEXT = "EMPTY_TEXT";
    /** The conversation ends on a message that no answer can follow. */
    public static final String LAST_ROLE = "LAST_ROLE";
}
