package org.prefstream.annotation.verdict;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.tag.Quoted;
import org.prefstream.labelstudio.tag.RankerValue;
import org.prefstream.labelstudio.tag.WholeNumbers;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Candidates sorted into buckets as the page sends it, by places on the screen (slots).
 *
 * @param slots by bucket, what is in it, in its order; a slot that is in none is not sorted
 */
record SlotBuckets(Map<String, List<Integer>> slots) {

    /**
     * {@return what was sent}
     *
     * @param field what messages call it
     * @param sent by bucket, a list of slots
     * @param control whose buckets they are
     * @param candidates how many slots there are
     * @throws ProblemException 400 where it names another bucket, or says a slot twice
     */
    static SlotBuckets of(String field, @Nullable Object sent, Control control, int candidates) {
        Map<String, Object> buckets = sent == null ? null : Json.asObject(sent);
        if (buckets == null) {
            throw ProblemException.invalid(field, "must be an object: by bucket, a list of slots");
        }
        for (String bucket : buckets.keySet()) {
            if (!control.choices().contains(bucket)) {
                throw ProblemException.invalid(field, "has no bucket %s; expected one of %s"
                        .formatted(Quoted.text(bucket), String.join(", ", control.choices())));
            }
        }
        Set<Integer> seen = new HashSet<>();
        Map<String, List<Integer>> slots = new LinkedHashMap<>();
        for (String bucket : control.choices()) {
            slots.put(bucket, slots(field + "." + bucket, buckets.getOrDefault(bucket, List.of()), candidates, seen));
        }
        return new SlotBuckets(slots);
    }

    private static List<Integer> slots(String field, @Nullable Object sent, int candidates, Set<Integer> seen) {
        String expected = "must be a list of slots from 0 to %d; each slot in one bucket at most"
                .formatted(candidates - 1);
        if (!(sent instanceof List<?> slots)) {
            throw ProblemException.invalid(field, expected);
        }
        return slots.stream()
                .map(slot -> WholeNumbers.within(0, candidates - 1, slot)
                        .filter(seen::add)
                        .orElseThrow(() -> ProblemException.invalid(field, expected)))
                .toList();
    }

    /** {@return what a Label Studio result holds that says the same by the items' ids; every bucket is in it} */
    Map<String, Object> value(Comparison comparison, ShownOrder order) {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        slots.forEach((bucket, sorted) -> ids.put(bucket,
                sorted.stream().map(slot -> comparison.candidates().get(order.candidateAt(slot)).id()).toList()));
        return RankerValue.ofBuckets(ids);
    }

    /** {@return what the buckets of a result hold, as it is on the screen} */
    static SlotBuckets shown(Map<String, List<?>> buckets, Comparison comparison, ShownOrder order) {
        Map<String, List<Integer>> slots = new LinkedHashMap<>();
        buckets.forEach((bucket, ids) -> slots.put(bucket,
                Verdicts.indices(comparison, ids).stream().map(order.candidates()::indexOf).toList()));
        return new SlotBuckets(slots);
    }

    boolean isEmpty() {
        return slots.values().stream().allMatch(Collection::isEmpty);
    }
}
