package org.prefstream.export.format;

import java.util.List;
import java.util.Set;

/**
 * What was found when the rows of a file were checked.
 *
 * @param pairs how many pairs of answers the lines are of: a pair may have two
 * @param lines how many lines the file will have
 * @param bytes how many bytes these will be; 0 where nobody asks for it
 * @param leftOut why rows are left out, and how many
 * @param warnings what of the file as a whole its consumer will not take
 * @param examples the first rows that are left out, each in a few words for people
 */
public record Inspection(
        long pairs,
        long lines,
        long bytes,
        List<Flaw> leftOut,
        List<Flaw> warnings,
        List<String> examples) {

    public Inspection {
        leftOut = List.copyOf(leftOut);
        warnings = List.copyOf(warnings);
        examples = List.copyOf(examples);
    }

    /** {@return whether a request that wants all rows or no file gets none} Too few rows are no reason: there may be more to come. */
    public boolean refusesStrictly() {
        return !leftOut.isEmpty() || warnings.stream().anyMatch(warning -> !Flaw.OF_FEW_ROWS.contains(warning.code()));
    }

    /**
     * Something wrong, and how often.
     *
     * @param code the word for it, for programs
     * @param detail a sentence for people, in ASCII
     */
    public record Flaw(String code, long count, String detail) {

        /** The code of a file with too few rows. */
        public static final String BELOW_MIN_ROWS = "BELOW_MIN_ROWS";
        /** The code of a file with fewer rows than is recommended. */
        public static final String BELOW_ADVISED_ROWS = "BELOW_ADVISED_ROWS";

        private static final Set<String> OF_FEW_ROWS = Set.of(BELOW_MIN_ROWS, BELOW_ADVISED_ROWS);

        /** {@return that so many prompts with the same two answers have rows that contradict each other} */
        public static Flaw conflicts(long count) {
            return new Flaw("CONFLICTING_DUPLICATE", count,
                    "Rows with the same prompt and the same two answers prefer the one and the other.");
        }
    }
}
