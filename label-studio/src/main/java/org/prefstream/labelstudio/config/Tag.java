package org.prefstream.labelstudio.config;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * One tag of a labeling configuration, with the meaning that its name and attributes give it.
 *
 * @param type the tag as written, such as {@code Pairwise}
 * @param attributes as written, unknown ones too
 * @param line where the tag begins, from 1
 * @param parent the tag around it; null for the root
 */
record Tag(String type, Map<String, String> attributes, int line, @Nullable Tag parent) {

    private static final Set<String> OBJECTS = Set.of("Text", "HyperText", "Paragraphs", "List");
    private static final Set<String> CONTROLS = Set.of("Pairwise", "Choices", "Rating", "TextArea", "Ranker", "Number");
    /** Has a toName, yet nothing to answer. */
    private static final String FILTER = "Filter";
    private static final Set<String> OPTIONS = Set.of("Label", "Choice", "Relation");

    /** {@return the attribute's value; null where it is absent or blank} */
    @Nullable
    String attribute(String key) {
        String value = attributes.get(key);
        return value == null || value.isBlank() ? null : value;
    }

    @Nullable
    String name() {
        return attribute("name");
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /** {@return whether annotators answer something here} */
    boolean isControl() {
        return CONTROLS.contains(type) || (attribute("toName") != null && !is(FILTER));
    }

    /** {@return whether this shows something that a control can be about} */
    boolean isObject() {
        return !isControl() && (OBJECTS.contains(type) || (name() != null && field() != null && !isOption()));
    }

    /** {@return whether this is one of the values that a control offers} */
    boolean isOption() {
        return OPTIONS.contains(type);
    }

    /** {@return the names in toName, in order; a blank one where a comma has nothing beside it} */
    List<String> toName() {
        String value = attribute("toName");
        return value == null ? List.of() : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /** {@return the data key that {@code value="$key"} shows, taken literally; null where the value is something else} */
    @Nullable
    String field() {
        String value = attributes.get("value");
        return value == null || value.length() < 2 || value.charAt(0) != '$' ? null : value.substring(1);
    }

    /** {@return the value that this option stands for in results: its alias, or else its value; null where it has none} */
    @Nullable
    String optionValue() {
        String alias = attributes.get("alias");
        String value = alias == null || alias.isEmpty() ? attributes.get("value") : alias;
        return value == null || value.isEmpty() ? null : value;
    }

    boolean isTrue(String key) {
        return "true".equalsIgnoreCase(attributes.get(key));
    }

    /** {@return how messages call this tag: {@code Pairwise "comparison" (line 5)}} */
    String title() {
        String name = name();
        return type + (name == null ? "" : " \"" + clip(name) + "\"") + " (line " + line + ")";
    }

    /** {@return what a message can hold of a text from an attribute} */
    static String clip(String text) {
        return text.length() <= ConfigXml.NAME_LENGTH_MAX ? text : text.substring(0, ConfigXml.NAME_LENGTH_MAX) + "…";
    }
}
