package org.prefstream.contract;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One tag of a labeling configuration as the page needs it: what it does there, how it looks, and what stands in it. What is shown
 * and what counts as an answer stands in the {@link ComparisonSpec}; a box says the same names.
 *
 * @param kind what the tag does on the page
 * @param name of what shows something the object's, of a control the control's, of an option the value that results say; null for
 *        others. In a Repeater it holds the Repeater's flag
 * @param text the text of an option, the title of a fold, the rules of a style sheet; null for others
 * @param attributes what the tag says about its looks and its question, by the attributes' names in lower case
 * @param repeater of a repeat, which of the Repeaters it is, from 0 in document order; null for others
 * @param flag of a repeat, the text that stands for the index in names; null for others
 * @param inside what stands in it, in document order
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record LayoutBox(
        @JsonProperty("kind") Kind kind,
        @JsonProperty("name") @Nullable String name,
        @JsonProperty("text") @Nullable String text,
        @JsonProperty("attributes") Map<String, String> attributes,
        @JsonProperty("repeater") @Nullable Integer repeater,
        @JsonProperty("flag") @Nullable String flag,
        @JsonProperty("inside") List<LayoutBox> inside) {

    public LayoutBox {
        attributes = ordered(attributes);
        inside = listed(inside);
    }

    /** What a tag does on the page. */
    public enum Kind {
        /** Arranges what stands in it. */
        @JsonProperty("group")
        GROUP,
        /** Holds folds, of which one or several may be open. */
        @JsonProperty("folds")
        FOLDS,
        /** Hides what stands in it until it is opened. */
        @JsonProperty("fold")
        FOLD,
        /** Is a style sheet. */
        @JsonProperty("sheet")
        SHEET,
        /** Repeats what stands in it for each item of a list. */
        @JsonProperty("repeat")
        REPEAT,
        /** Shows a heading. */
        @JsonProperty("heading")
        HEADING,
        /** Shows a text that is Markdown by its tag. */
        @JsonProperty("markup")
        MARKUP,
        /** Shows a text. */
        @JsonProperty("plain")
        PLAIN,
        /** Shows a text that is HTML by its tag. */
        @JsonProperty("html")
        HTML,
        /** Shows a conversation. */
        @JsonProperty("dialogue")
        DIALOGUE,
        /** Shows a list of items. */
        @JsonProperty("items")
        ITEMS,
        /** Shows an image, where the operator allows its address, and else the address. */
        @JsonProperty("image")
        IMAGE,
        /** Shows the address of a medium. */
        @JsonProperty("medium")
        MEDIUM,
        /** Asks a control. */
        @JsonProperty("control")
        CONTROL,
        /** Is one of the values that a control offers. */
        @JsonProperty("option")
        OPTION,
        /** Means nothing here. What stands in it is shown. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    /** JSON leaves what is empty out, which is then read as null. */
    private static Map<String, String> ordered(@Nullable Map<String, String> attributes) {
        return attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    private static List<LayoutBox> listed(@Nullable List<LayoutBox> boxes) {
        return boxes == null ? List.of() : List.copyOf(boxes);
    }
}
