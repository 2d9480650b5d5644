package org.prefstream.export.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much judgements of the same pair of answers agree. A pair that two people or more have judged is a unit. Of each person the last
 * judgement counts.
 *
 * @param units how many units there are
 * @param pairs how many pairs of judgements there are within them
 * @param raw the share of these that agree; null without units
 * @param alpha Krippendorff's alpha for nominal data: 1 − observed / expected disagreement, where 0 is what chance gives (K. Krippendorff,
 *        "Computing Krippendorff's Alpha-Reliability", 2011, section C); null where there is nothing to compare, or all say the same
 * @param low the lower end of alpha's 95 % interval, by the jackknife over units (B. Efron and R. Tibshirani, "An Introduction to the
 *        Bootstrap", 1993, chapter 11), which covers alpha more often than the customary bootstrap does where there are few units (J. Hughes,
 *        "Toward improved inference for Krippendorff's Alpha agreement coefficient", arXiv 2210.13265, 2022); null where alpha is, or where
 *        there is one unit only
 * @param high the upper end, 1 at most
 */
public record Agreement(
        @JsonProperty("units") long units,
        @JsonProperty("pairs") long pairs,
        @JsonProperty("raw") @Nullable Double raw,
        @JsonProperty("alpha") @Nullable Double alpha,
        @JsonProperty("low") @Nullable Double low,
        @JsonProperty("high") @Nullable Double high) {

    /**
     * {@return the agreement within units}
     *
     * @param units how many units have which counts: for each value how many judgements of the unit say it. Those of one judgement
     *        and of none are left out
     */
    static Agreement of(Map<List<Integer>, Long> units) {
        List<Same> alike = new ArrayList<>();
        units.forEach((counts, number) -> {
            if (counts.stream().mapToInt(Integer::intValue).sum() > 1 && number > 0) {
                alike.add(new Same(counts, number));
            }
        });
        long pairs = alike.stream().mapToLong(same -> same.number * same.pairs()).sum();
        long agreeing = alike.stream().mapToLong(same -> same.number * same.agreeing()).sum();
        long number = alike.stream().mapToLong(Same::number).sum();
        Double alpha = alpha(alike, null);
        double error = alpha == null || number < 2 ? Double.NaN : error(alike, number);
        return new Agreement(number, pairs, pairs == 0 ? null : (double) agreeing / pairs, alpha,
                alpha == null || Double.isNaN(error) ? null : Math.max(-1, alpha - Share.Z * error),
                alpha == null || Double.isNaN(error) ? null : Math.min(1, alpha + Share.Z * error));
    }

    /**
     * {@return alpha; null where no two different values are expected}
     *
     * @param without one unit of this kind is left out
     */
    private static @Nullable Double alpha(List<Same> alike, @Nullable Same without) {
        int values = alike.stream().mapToInt(same -> same.counts.size()).max().orElse(0);
        double[] said = new double[values];
        double disagreeing = 0;
        for (Same same : alike) {
            double number = same.equals(without) ? same.number - 1 : same.number;
            disagreeing += number * 2 * (same.pairs() - same.agreeing()) / (same.judgements() - 1.0);
            for (int value = 0; value < same.counts.size(); value++) {
                said[value] += number * same.counts.get(value);
            }
        }
        double all = 0;
        double squares = 0;
        for (double count : said) {
            all += count;
            squares += count * count;
        }
        double expected = all * all - squares;
        return expected == 0 ? null : 1 - (all - 1) * disagreeing / expected;
    }

    /** Units with the same counts give the same when they are left out, so each kind is left out once. */
    private static double error(List<Same> alike, long number) {
        double mean = 0;
        double[] left = new double[alike.size()];
        for (int i = 0; i < left.length; i++) {
            Double alpha = alpha(alike, alike.get(i));
            left[i] = alpha == null ? Double.NaN : alpha;
            mean += left[i] * alike.get(i).number / number;
        }
        double around = mean;
        double variance = IntStream.range(0, left.length)
                .mapToDouble(i -> alike.get(i).number * (left[i] - around) * (left[i] - around))
                .sum();
        return Math.sqrt(variance * (number - 1) / number);
    }

    /** Units that have the same counts. */
    private record Same(List<Integer> counts, long number) {

        long judgements() {
            return counts.stream().mapToLong(Integer::longValue).sum();
        }

        long pairs() {
            return judgements() * (judgements() - 1) / 2;
        }

        long agreeing() {
            return counts.stream().mapToLong(count -> count * (count - 1L) / 2).sum();
        }
    }
}
