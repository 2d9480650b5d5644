package org.prefstream.labelstudio.view;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What the answers to a task say together, of its first comparing control.
 *
 * @param outcome the outcome of the answer that most people gave, such as {@code preference}; {@code mixed} where several answers were
 *        given as often
 * @param chosen the candidate that is best in that answer, counted from 1 in the order of the configuration; null where none is
 * @param strength how much better on average, 1 to 3, of the answers that say so; null where none does
 * @param agreement the share of pairs of answers that are equal, 0 to 1; null where there is one answer
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AnsweredTask(
        @JsonProperty("outcome") String outcome,
        @JsonProperty("chosen") @Nullable Integer chosen,
        @JsonProperty("strength") @Nullable BigDecimal strength,
        @JsonProperty("agreement") @Nullable BigDecimal agreement) {
}
