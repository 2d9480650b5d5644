package org.prefstream.labelstudio.tag;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.prefstream.contract.Outcome;

/**
 * What may be selected in a Pairwise. Label Studio has {@code left} and {@code right}, the first and second object of
 * {@code toName} on whichever side they were shown; the others are Prefstream's.
 */
public enum Selection {

    /** The first object of {@code toName}. */
    LEFT(Outcome.PREFERENCE),
    /** The second object of {@code toName}. */
    RIGHT(Outcome.PREFERENCE),
    /** Neither is better. */
    TIE(Outcome.TIE),
    /** Neither can be used. */
    BOTH_BAD(Outcome.BOTH_BAD),
    /** The annotator could not tell. */
    CANNOT_JUDGE(Outcome.CANNOT_JUDGE);

    private final Outcome outcome;

    Selection(Outcome outcome) {
        this.outcome = outcome;
    }

    public static Optional<Selection> named(String selected) {
        return Arrays.stream(values()).filter(selection -> selection.wire().equals(selected)).findFirst();
    }

    /** {@return the one selection with that outcome, where the outcome alone decides it} */
    public static Optional<Selection> undecided(Outcome outcome) {
        return Arrays.stream(values()).filter(one -> !one.prefers() && one.outcome == outcome).findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Selection::wire).collect(Collectors.joining(", "));
    }

    /** {@return the word in a result} */
    public String wire() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Outcome outcome() {
        return outcome;
    }

    /** {@return the candidates in data order as groups of equals, best first; none where neither can be used or judged} */
    public List<List<Integer>> ranking() {
        return switch (this) {
            case LEFT -> List.of(List.of(0), List.of(1));
            case RIGHT -> List.of(List.of(1), List.of(0));
            case TIE -> List.of(List.of(0, 1));
            case BOTH_BAD, CANNOT_JUDGE -> List.of();
        };
    }

    public boolean prefers() {
        return outcome == Outcome.PREFERENCE;
    }
}
