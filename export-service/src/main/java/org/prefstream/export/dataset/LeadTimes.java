package org.prefstream.export.dataset;

import java.math.BigDecimal;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * Lead times in buckets, each of which ends 5 % above its beginning: so a quantile is known to 2.5 %, and a project has few
 * buckets however many judgements it has.
 */
public final class LeadTimes {

    private static final double GROWTH = Math.log(1.05);
    private static final double SHORTEST_SECONDS = 0.001;
    /** Of what lies longer before a submit nobody can say that it was work. */
    private static final double LONGEST_SECONDS = 7 * 24 * 3600;

    private LeadTimes() {
    }

    /** {@return the bucket of a lead time in seconds; null where nobody measured it, or it can be none} */
    static @Nullable Integer bucket(@Nullable BigDecimal seconds) {
        double value = seconds == null ? 0 : seconds.doubleValue();
        return value < SHORTEST_SECONDS || value > LONGEST_SECONDS ? null : (int) Math.floor(Math.log(value) / GROWTH);
    }

    /**
     * {@return the lead time in seconds that a share of all does not exceed, as the middle of its bucket; empty if there is none}
     *
     * @param counts how many lead times each bucket has
     * @param share from 0 to 1: 0.5 for the median
     */
    public static OptionalDouble quantile(Map<Integer, Long> counts, double share) {
        long total = counts.values().stream().mapToLong(Long::longValue).sum();
        long before = 0;
        for (Map.Entry<Integer, Long> bucket : new TreeMap<>(counts).entrySet()) {
            before += bucket.getValue();
            if (total > 0 && before >= share * total) {
                return OptionalDouble.of(Math.exp((bucket.getKey() + 0.5) * GROWTH));
            }
        }
        return OptionalDouble.empty();
    }
}
