package org.prefstream.contract;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a labeling configuration means for comparisons: what is shown, what is compared, what may be answered. No service
 * but task-service reads the XML that it was derived from.
 *
 * @param objects everything shown, in document order
 * @param controls everything that may be answered, in document order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ComparisonSpec(
        @JsonProperty("objects") List<ShownObject> objects,
        @JsonProperty("controls") List<Control> controls) {

    public ComparisonSpec {
        objects = List.copyOf(objects);
        controls = List.copyOf(controls);
    }

    /**
     * Something shown to the annotator.
     *
     * @param name the tag's name, unique among objects and controls
     * @param tag the tag as written, such as {@code Text}, {@code HyperText}, {@code List}
     * @param field the key of the task's data that is shown, from {@code value="$field"}; null where the value is literal
     * @param literal the text shown where the value names no field; null otherwise
     * @param compared whether a Pairwise or Ranker judges it: compared objects are candidates, the others are the prompt
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record ShownObject(
            @JsonProperty("name") String name,
            @JsonProperty("tag") String tag,
            @JsonProperty("field") @Nullable String field,
            @JsonProperty("literal") @Nullable String literal,
            @JsonProperty("compared") boolean compared) {
    }

    /**
     * Something that an annotator may answer.
     *
     * @param name the tag's name: {@code from_name} in a result
     * @param type {@code type} in a result: the tag in lower case ({@code pairwise}, {@code choices}, {@code rating},
     *        {@code textarea}, {@code ranker}, …)
     * @param toName names of the objects that it is about, in the order written: for a Pairwise the left, then the right
     * @param choices the values offered by a Choices; empty for other controls
     * @param multiple whether a Choices takes several values at once
     * @param maxRating stars of a Rating; 0 for other controls
     * @param required whether the configuration demands an answer
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Control(
            @JsonProperty("name") String name,
            @JsonProperty("type") String type,
            @JsonProperty("to_name") List<String> toName,
            @JsonProperty("choices") List<String> choices,
            @JsonProperty("multiple") boolean multiple,
            @JsonProperty("max_rating") int maxRating,
            @JsonProperty("required") boolean required) {

        public Control {
            toName = List.copyOf(toName);
            choices = List.copyOf(choices);
        }

        /** {@return whether this control compares candidates, so that preferences follow from it} */
        @JsonIgnore
        public boolean compares() {
            return type.equals("pairwise") || type.equals("ranker");
        }
    }

    /** {@return the control of that name} */
    public Optional<Control> control(String name) {
        return controls.stream().filter(control -> control.name().equals(name)).findFirst();
    }

    /** {@return the object of that name} */
    public Optional<ShownObject> object(String name) {
        return objects.stream().filter(object -> object.name().equals(name)).findFirst();
    }
}
