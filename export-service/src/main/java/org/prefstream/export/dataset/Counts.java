package org.prefstream.export.dataset;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a file will hold.
 *
 * @param taken how many of what was judged it holds
 * @param lines how many rows that makes: a tie may have two
 * @param leftOut how many of what was judged it does not hold, by the reason
 * @param conflicts how many prompts with two answers have rows that prefer the one, and rows that prefer the other
 */
public record Counts(long taken, long lines, Map<LeftOut, Long> leftOut, Size size, long conflicts) {

    public Counts {
        leftOut = Map.copyOf(leftOut);
    }

    /** {@return what was left out, in the order of the reasons} */
    public Map<LeftOut, Long> leftOutInOrder() {
        Map<LeftOut, Long> ordered = new EnumMap<>(LeftOut.class);
        ordered.putAll(leftOut);
        return ordered;
    }

    /** {@return how many there were to choose from} */
    public long all() {
        return taken + leftOut.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * How large a file will be.
     *
     * @param isExact whether it will be so large to the byte, and not only about so large
     */
    public record Size(long bytes, boolean isExact) {
    }
}
