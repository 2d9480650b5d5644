package org.prefstream.export.format;

/** What a format can have of pairs of which neither answer is better. Such a row says so under {@code outcome}. */
public enum Ties {
    /** No rows. */
    NONE,
    /** One row for each tie: it can say that neither is better. */
    ONE,
    /** Two rows for each tie, one for either answer, both with the margin 0. */
    TWO,
    /** One row for each tie, and one for each pair of which both answers are bad. */
    ONE_AND_BOTH_BAD
}
