package org.prefstream.labelstudio.result;

import java.util.List;
import java.util.Map;

import org.prefstream.labelstudio.tag.ChosenValue;
import org.prefstream.labelstudio.tag.RankerValue;
import org.prefstream.labelstudio.tag.TagType;

/** Which of the values that a control offers a region holds: what a later configuration must go on to offer. */
public final class OfferedValues {

    private OfferedValues() {
    }

    /** {@return the choices, the stars or the buckets with something in them that a region of a result gives; empty for other controls} */
    public static List<String> in(Map<?, ?> region) {
        if (!(region.get("value") instanceof Map<?, ?> value) || !(region.get("type") instanceof String type)) {
            return List.of();
        }
        if (type.equals(TagType.CHOICES.resultType()) && value.get("choices") instanceof List<?> choices) {
            return choices.stream().map(one -> ChosenValue.listed(one).orElseGet(() -> String.valueOf(one))).toList();
        }
        if (type.equals(TagType.RANKER.resultType())
                && value.get(TagType.RANKER.valueKey()) instanceof Map<?, ?> sorted) {
            return RankerValue.usedBuckets(String.valueOf(region.get("from_name")), sorted);
        }
        return type.equals(TagType.RATING.resultType()) && value.get("rating") instanceof Number stars
                ? List.of(stars.toString())
                : List.of();
    }
}
