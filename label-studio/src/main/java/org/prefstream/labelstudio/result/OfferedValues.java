package org.prefstream.labelstudio.result;

import java.util.List;
import java.util.Map;

import org.prefstream.labelstudio.tag.TagType;

/** Which of the values that a control offers a region holds: what a later configuration must go on to offer. */
public final class OfferedValues {

    private OfferedValues() {
    }

    /** {@return the choices or the stars that a region of a result gives; empty for other controls} */
    public static List<String> in(Map<?, ?> region) {
        if (!(region.get("value") instanceof Map<?, ?> value) || !(region.get("type") instanceof String type)) {
            return List.of();
        }
        if (type.equals(TagType.CHOICES.resultType()) && value.get("choices") instanceof List<?> choices) {
            return choices.stream().map(String::valueOf).toList();
        }
        return type.equals(TagType.RATING.resultType()) && value.get("rating") instanceof Number stars
                ? List.of(stars.toString())
                : List.of();
    }
}
