package org.prefstream.contract;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What an annotator concluded with one comparing control, normalised from the result.
 *
 * @param control name of the Pairwise or Ranker
 * @param ranking indices of candidates in data order, as groups of equals, best group first: {@code [[1],[0]]} prefers the
 *        second candidate, {@code [[0,1]]} is a tie; empty for {@code both_bad} and {@code cannot_judge}
 * @param strength how much better, 1 to 3; 0 where nobody asked
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Verdict(
        @JsonProperty("control") String control,
        @JsonProperty("outcome") Outcome outcome,
        @JsonProperty("ranking") List<List<Integer>> ranking,
        @JsonProperty("strength") int strength) {

    public Verdict {
        ranking = ranking.stream().map(List::copyOf).toList();
        if (strength < 0 || strength > 3) {
            throw new IllegalArgumentException("strength must be 0 (not asked) to 3: " + strength);
        }
    }
}
