package org.prefstream.labelstudio.tag;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.prefstream.contract.ComparisonSpec.Control;

/**
 * Reads the value of an answer to a Ranker, which says either an order of items or which items were sorted into which bucket.
 *
 * <p>Label Studio's front end writes an order under the control's own name: {@code {"ranker": {"rank": ["b", "a"]}}}, and items that
 * were left in the list under {@code _}. A plain list, {@code {"ranker": ["b", "a"]}}, says the same as an order. Source: Label Studio,
 * web/libs/editor/src/tags/control/Ranker.jsx.
 */
public final class RankerValue {

    /** Where Label Studio's front end keeps what was sorted into no bucket. */
    private static final String UNSORTED = "_";

    private RankerValue() {
    }

    /** {@return the value that says an order as Label Studio's front end would write it} */
    public static Map<String, Object> ofOrder(Control control, List<?> places) {
        return Map.of(TagType.RANKER.valueKey(), Map.of(control.name(), places));
    }

    /** {@return the value that says what was sorted into the buckets} */
    public static Map<String, Object> ofBuckets(Map<String, ? extends List<?>> buckets) {
        return Map.of(TagType.RANKER.valueKey(), buckets);
    }

    /** {@return the places, best first, as they were sent; empty where the value says no order} */
    public static Optional<List<?>> order(Control control, Map<?, ?> value) {
        Object said = value.get(TagType.RANKER.valueKey());
        if (said instanceof Map<?, ?> named && control.choices().isEmpty()
                && named.keySet().equals(Set.of(control.name()))) {
            said = named.get(control.name());
        }
        return said instanceof List<?> places ? Optional.of(places) : Optional.empty();
    }

    /** {@return by bucket, what was sorted into it, in the order of the configuration; empty where the value sorts into none} */
    public static Map<String, List<?>> buckets(Control control, Map<?, ?> value) {
        Map<String, List<?>> buckets = new LinkedHashMap<>();
        if (value.get(TagType.RANKER.valueKey()) instanceof Map<?, ?> said) {
            for (String bucket : control.choices()) {
                if (said.get(bucket) instanceof List<?> items) {
                    buckets.put(bucket, items);
                }
            }
        }
        return buckets;
    }

    /**
     * {@return the buckets into which an answer sorts something, read without the control; empty where it says an order}
     *
     * @param control the control's name, under which an order stands
     * @param said what the answer says by name
     */
    public static List<String> usedBuckets(String control, Map<?, ?> said) {
        return said.entrySet()
                .stream()
                .filter(bucket -> bucket.getValue() instanceof List<?> items && !items.isEmpty())
                .map(bucket -> String.valueOf(bucket.getKey()))
                .filter(name -> !name.equals(UNSORTED) && !name.equals(control))
                .toList();
    }

    /** {@return whether an answer may sort items into what has that name} */
    static boolean isOffered(Object bucket, Collection<String> buckets) {
        return buckets.contains(bucket) || bucket.equals(UNSORTED);
    }
}
