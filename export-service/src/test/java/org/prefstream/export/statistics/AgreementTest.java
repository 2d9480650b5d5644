package org.prefstream.export.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.Test;

class AgreementTest {

    private static final String VALUES = "abcde12345";

    /** K. Krippendorff, "Computing Krippendorff's Alpha-Reliability", 2011, section B. */
    @Test
    void isThatOfNominalDataFromTwoObservers() {
        Agreement agreement = Agreement.of(units("aabbdcccedda", "babbbccceddd"));

        assertThat(agreement.units()).isEqualTo(12);
        assertThat(agreement.pairs()).isEqualTo(12);
        assertThat(agreement.raw()).isEqualTo(0.75);
        assertThat(agreement.alpha()).isEqualTo(0.692, within(0.0005));
    }

    /** The same, section C: four observers, some of whom have not judged each unit. One unit has a single judgement and does not count. */
    @Test
    void isThatOfNominalDataFromFourObserversWithGaps() {
        Agreement agreement = Agreement.of(units("123321412...", "1233224125.3", ".3332342251.", "12332441251."));

        assertThat(agreement.units()).isEqualTo(11);
        assertThat(agreement.alpha()).isEqualTo(0.743, within(0.0005));
        // The error is 0.1463: eleven units, each left out by hand. The bootstrap over units (20,000 samples) gives 0.417 to 1.
        assertThat(agreement.low()).isEqualTo(0.457, within(0.0005));
        assertThat(agreement.high()).isEqualTo(1.0);
    }

    @Test
    void hasAnIntervalThatNarrowsWithTheNumberOfUnits() {
        Agreement few = Agreement.of(times(1, units("aabbdcccedda", "babbbcccbddd")));
        Agreement many = Agreement.of(times(100, units("aabbdcccedda", "babbbcccbddd")));

        assertThat(few.low()).isLessThan(few.alpha());
        assertThat(width(many)).isEqualTo(width(few) / 10, within(0.02));
        assertThat(many.high()).isGreaterThan(many.alpha()).isLessThanOrEqualTo(1);
    }

    /** Each unit is left out in turn, by hand. */
    @Test
    void hasTheErrorOfTheJackknife() {
        String some = "aabbab";
        String others = "abbbab";
        List<Double> without = new ArrayList<>();
        for (int i = 0; i < some.length(); i++) {
            without.add(Agreement.of(units(cut(some, i), cut(others, i))).alpha());
        }
        double mean = without.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
        double squares = without.stream().mapToDouble(alpha -> (alpha - mean) * (alpha - mean)).sum();
        double error = Math.sqrt(squares * (some.length() - 1) / some.length());

        Agreement agreement = Agreement.of(units(some, others));

        assertThat(agreement.low()).isEqualTo(Objects.requireNonNull(agreement.alpha()) - 1.959964 * error,
                within(1e-6));
    }

    @Test
    void isUnknownWhereThereIsNothingToCompare() {
        assertThat(Agreement.of(Map.of())).isEqualTo(new Agreement(0, 0, null, null, null, null));
        assertThat(Agreement.of(Map.of(List.of(1, 0, 0, 0, 0), 7L)).units()).isZero();
        Agreement allTheSame = Agreement.of(Map.of(List.of(2, 0, 0, 0, 0), 7L));
        assertThat(allTheSame.raw()).isEqualTo(1.0);
        assertThat(allTheSame.alpha()).isNull();
    }

    /** {@return how many units have which counts, of what each observer says of each unit; a dot is nothing} */
    private static Map<List<Integer>, Long> units(String... observers) {
        Map<List<Integer>, Long> units = new HashMap<>();
        for (int unit = 0; unit < observers[0].length(); unit++) {
            List<Integer> counts = new ArrayList<>(Collections.nCopies(VALUES.length(), 0));
            for (String observer : observers) {
                int value = VALUES.indexOf(observer.charAt(unit));
                if (value >= 0) {
                    counts.set(value, counts.get(value) + 1);
                }
            }
            units.merge(counts, 1L, Long::sum);
        }
        return units;
    }

    private static double width(Agreement agreement) {
        return Objects.requireNonNull(agreement.high()) - Objects.requireNonNull(agreement.low());
    }

    private static Map<List<Integer>, Long> times(int factor, Map<List<Integer>, Long> units) {
        Map<List<Integer>, Long> more = new HashMap<>();
        units.forEach((counts, number) -> more.put(counts, factor * number));
        return more;
    }

    private static String cut(String text, int at) {
        return text.substring(0, at) + text.substring(at + 1);
    }
}
