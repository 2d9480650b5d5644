package org.prefstream.annotation.verdict;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.RankerValue;
import org.prefstream.labelstudio.tag.WholeNumbers;
import org.prefstream.labelstudio.task.Comparison;

/**
 * An order of candidates as the page sends it, by places on the screen (slots).
 *
 * @param groups best first; the slots of one group are tied; a slot that is in none is not ranked
 */
record SlotRanking(List<List<Integer>> groups) {

    SlotRanking {
        groups = groups.stream().map(List::copyOf).toList();
    }

    /**
     * {@return the order that was sent}
     *
     * @param field what messages call it
     * @param sent a list of lists of slots
     * @param candidates how many slots there are
     * @throws ProblemException 400 where it is none, or says a slot twice
     */
    static SlotRanking of(String field, @Nullable Object sent, int candidates) {
        if (!(sent instanceof List<?> groups)) {
            throw refusal(field, candidates);
        }
        Set<Integer> seen = new HashSet<>();
        List<List<Integer>> ranked = new ArrayList<>();
        for (Object group : groups) {
            if (!(group instanceof List<?> slots) || slots.isEmpty()) {
                throw refusal(field, candidates);
            }
            List<Integer> tied = slots.stream()
                    .map(slot -> WholeNumbers.within(0, candidates - 1, slot)
                            .filter(seen::add)
                            .orElseThrow(() -> refusal(field, candidates)))
                    .toList();
            ranked.add(tied);
        }
        return new SlotRanking(ranked);
    }

    /** {@return what a Label Studio result holds that says the same by the items' ids; tied ones stand in a list of their own} */
    Map<String, Object> value(Control control, Comparison comparison, ShownOrder order) {
        List<Object> ids = new ArrayList<>();
        for (List<Integer> group : groups) {
            List<String> tied = group.stream()
                    .map(slot -> comparison.candidates().get(order.candidateAt(slot)).id())
                    .toList();
            ids.add(tied.size() == 1 ? tied.get(0) : tied);
        }
        return RankerValue.ofOrder(control, ids);
    }

    /** {@return the order that a ranking of candidates in data order is on the screen} */
    static SlotRanking shown(List<List<Integer>> ranking, ShownOrder order) {
        return new SlotRanking(
                ranking.stream().map(group -> group.stream().map(order.candidates()::indexOf).toList()).toList());
    }

    private static ProblemException refusal(String field, int candidates) {
        return ProblemException.invalid(field,
                "must be a list of groups, best first, each a list of slots from 0 to %d; each slot once"
                        .formatted(candidates - 1));
    }
}
