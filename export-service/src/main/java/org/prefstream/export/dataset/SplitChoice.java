package org.prefstream.export.dataset;

import java.util.List;

/**
 * One of the splits that the prompts of a dataset are dealt to.
 *
 * @param split its name, which its rows have
 * @param from the first of its places, see {@link TextFacts#splitPlace}
 * @param below the first place behind it
 */
public record SplitChoice(String split, long from, long below) {

    /** How many places there are. */
    public static final long PLACES = 1L << 31;
    /** The split that all records name on their topic: which one a prompt is in is said when rows are selected. */
    public static final String TRAIN = "train";
    /** The splits, in their order. */
    public static final List<String> SPLITS = List.of(TRAIN, "validation", "test");

    /** {@return whether a prompt of that place is in it} */
    boolean holds(long place) {
        return place >= from && place < below;
    }

    /** {@return what the copy {@code p} of a row must be like} */
    Rule rule() {
        return new Rule(LeftOut.OTHER_SPLIT, "p.split_place >= ? and p.split_place < ?", List.of(from, below));
    }
}
