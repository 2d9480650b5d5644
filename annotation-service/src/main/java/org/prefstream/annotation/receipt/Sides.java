package org.prefstream.annotation.receipt;

import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * On which side the answers stood that a person preferred. Which answer stands where is balanced, so that about half of them are
 * expected on the left.
 *
 * @param left preferences for the answer on the left
 * @param right preferences for the answer on the right
 * @param share the share of the left, from 0 to 1
 * @param low where the 95 % interval of the share begins
 * @param high where it ends
 */
public record Sides(
        @JsonProperty("left") int left,
        @JsonProperty("right") int right,
        @JsonProperty("share") double share,
        @JsonProperty("low") double low,
        @JsonProperty("high") double high) {

    /** The 97.5th percentile of the standard normal distribution. */
    private static final double Z = 1.959964;

    /** {@return the sides of these judgements; null where none of them prefers an answer} */
    static @Nullable Sides of(List<Worked> work) {
        int left = work.stream().mapToInt(Worked::lefts).sum();
        int right = work.stream().mapToInt(Worked::rights).sum();
        return left + right == 0 ? null : of(left, right);
    }

    /**
     * The interval is Wilson's, which holds for few judgements and for shares near 0 and 1 too: E. B. Wilson, "Probable inference,
     * the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927), 209-212.
     */
    static Sides of(int left, int right) {
        double n = (double) left + right;
        double share = left / n;
        double square = Z * Z;
        double middle = (share + square / (2 * n)) / (1 + square / n);
        double half = Z / (1 + square / n) * Math.sqrt(share * (1 - share) / n + square / (4 * n * n));
        return new Sides(left, right, share, Math.max(0, middle - half), Math.min(1, middle + half));
    }
}
