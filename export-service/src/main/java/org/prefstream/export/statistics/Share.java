package org.prefstream.export.statistics;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A share of trials with its 95 % interval. All three are from 0 to 1, and null where there was no trial.
 *
 * <p>The interval is Wilson's score interval (E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * Journal of the American Statistical Association 22, 1927), which stays within 0 and 1 and holds for few trials too.
 */
public record Share(
        @JsonProperty("share") @Nullable Double share,
        @JsonProperty("low") @Nullable Double low,
        @JsonProperty("high") @Nullable Double high) {

    /** The 97.5 % quantile of the normal distribution. */
    static final double Z = 1.959963984540054;

    /** {@return the share of the trials that were hits} */
    static Share of(long hits, long trials) {
        if (trials == 0) {
            return new Share(null, null, null);
        }
        double share = (double) hits / trials;
        double weight = Z * Z / trials;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Z / (1 + weight) * Math.sqrt(share * (1 - share) / trials + weight / (4 * trials));
        return new Share(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
