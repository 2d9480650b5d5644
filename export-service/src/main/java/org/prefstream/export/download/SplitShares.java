package org.prefstream.export.download;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.export.dataset.SplitChoice;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * How many percent of the prompts belong to each split.
 *
 * @param percent in the order of the splits; together 100
 */
public record SplitShares(List<BigDecimal> percent) {

    /** What is meant where nothing is said. */
    static final String USUAL = "90,5,5";

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final String RIGHT = "must be the percentages of train, validation and test, together 100, such as 90,5,5; not \"%s\"";

    public SplitShares {
        percent = List.copyOf(percent);
    }

    /** {@return the shares that a parameter says; fails with a 400 that names it} */
    public static SplitShares of(String text) {
        String[] parts = text.split(",", -1);
        List<BigDecimal> percent = new ArrayList<>();
        for (String part : parts) {
            if (!part.strip().matches("[0-9]{1,3}(\\.[0-9]{1,3})?")) {
                throw ProblemException.invalid("split_shares", RIGHT.formatted(text));
            }
            percent.add(new BigDecimal(part.strip()));
        }
        if (percent.size() != SplitChoice.SPLITS.size()
                || percent.stream().reduce(BigDecimal.ZERO, BigDecimal::add).compareTo(ALL) != 0) {
            throw ProblemException.invalid("split_shares", RIGHT.formatted(text));
        }
        return new SplitShares(percent);
    }

    /** {@return all splits, in their order} */
    public List<SplitChoice> choices() {
        return SplitChoice.SPLITS.stream().map(this::choice).toList();
    }

    /** {@return the places of a split} Each place belongs to one split. */
    SplitChoice choice(String split) {
        int index = SplitChoice.SPLITS.indexOf(split);
        return new SplitChoice(split, placeBehind(index), placeBehind(index + 1));
    }

    /** {@return the first place behind so many splits} */
    private long placeBehind(int splits) {
        BigDecimal sum = percent.subList(0, splits).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.multiply(BigDecimal.valueOf(SplitChoice.PLACES)).divide(ALL, RoundingMode.HALF_UP).longValueExact();
    }
}
