package org.prefstream.export.dataset;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.AnnotationRecord;
import org.prefstream.contract.Outcome;
import org.prefstream.contract.Verdict;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What one judgement says of two candidates. A ranking says it of each pair that it has in order.
 *
 * @param part {@code <control>/<i>-<j>} with i &lt; j, the candidates in data order
 * @param value {@link #FIRST}, {@link #SECOND}, {@link #TIE}, {@link #BOTH_BAD} or {@link #CANNOT_JUDGE}
 * @param side {@link #LEFT} or {@link #RIGHT}, where the preferred candidate of two stood; null if none is preferred, or of more
 *        candidates than two
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record JudgedPair(
        @JsonProperty("part") String part,
        @JsonProperty("value") int value,
        @JsonProperty("side") @Nullable String side) {

    /** The first candidate of the pair is better. */
    public static final int FIRST = 0;
    /** The second candidate of the pair is better. */
    public static final int SECOND = 1;
    /** Neither is better. */
    public static final int TIE = 2;
    /** Neither can be used. */
    public static final int BOTH_BAD = 3;
    /** The annotator could not tell. */
    public static final int CANNOT_JUDGE = 4;
    /** How many values there are. */
    public static final int VALUES = 5;

    public static final String LEFT = "left";
    public static final String RIGHT = "right";

    /** {@return what an annotation says of each pair; nothing if it was a skip} */
    static List<JudgedPair> of(AnnotationRecord annotation) {
        List<JudgedPair> pairs = new ArrayList<>();
        for (Verdict verdict : annotation.verdicts()) {
            pairs.addAll(of(verdict, annotation.shownOrder()));
        }
        return pairs;
    }

    private static List<JudgedPair> of(Verdict verdict, List<Integer> shownOrder) {
        if (verdict.outcome() == Outcome.BOTH_BAD || verdict.outcome() == Outcome.CANNOT_JUDGE) {
            int value = verdict.outcome() == Outcome.BOTH_BAD ? BOTH_BAD : CANNOT_JUDGE;
            return List.of(new JudgedPair(part(verdict.control(), 0, 1), value, null));
        }
        Map<Integer, Integer> places = new HashMap<>();
        for (int place = 0; place < verdict.ranking().size(); place++) {
            for (int candidate : verdict.ranking().get(place)) {
                places.put(candidate, place);
            }
        }
        List<Integer> candidates = places.keySet().stream().sorted().toList();
        List<JudgedPair> pairs = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            for (int j = i + 1; j < candidates.size(); j++) {
                int first = candidates.get(i);
                int second = candidates.get(j);
                int value = value(Integer.compare(places.getOrDefault(first, 0), places.getOrDefault(second, 0)));
                int better = value == FIRST ? first : second;
                pairs.add(new JudgedPair(part(verdict.control(), first, second), value,
                        value == TIE || shownOrder.size() != 2 ? null : shownOrder.get(0) == better ? LEFT : RIGHT));
            }
        }
        return pairs;
    }

    private static int value(int compared) {
        return compared < 0 ? FIRST : compared > 0 ? SECOND : TIE;
    }

    /** {@return the name of two answers that a control compares} */
    static String part(String control, int first, int second) {
        return control + "/" + first + "-" + second;
    }
}
