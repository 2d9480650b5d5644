package org.prefstream.labelstudio.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.ValueExpression;

/**
 * One tag of a labeling configuration, with the meaning that its name and attributes give it. As in Label Studio's front end,
 * the names of tags and attributes mean the same in upper and lower case.
 */
final class Tag {

    private final String written;
    private final Map<String, String> attributes;
    private final int line;
    private final @Nullable Tag parent;
    private String text = "";
    private boolean hasTags;

    /**
     * @param written the tag as written, such as {@code pairwise}
     * @param attributes as written, unknown ones too
     * @param line where the tag begins, from 1
     * @param parent the tag around it; null for the root
     */
    Tag(String written, Map<String, String> attributes, int line, @Nullable Tag parent) {
        this.written = written;
        this.attributes = attributes;
        this.line = line;
        this.parent = parent;
    }

    /**
     * Takes what was read between the tag's begin and its end.
     *
     * @param between the text, without the white space around it
     * @param tags whether tags stand there too
     */
    void holds(String between, boolean tags) {
        text = between;
        hasTags = tags;
    }

    Map<String, String> attributes() {
        return attributes;
    }

    int line() {
        return line;
    }

    @Nullable
    Tag parent() {
        return parent;
    }

    /** {@return the text that stands where nothing shows it: beside other tags, or in a layout; empty where there is none} */
    String strayText() {
        return (hasTags || arranges()) && !is(TagType.STYLE) ? text : "";
    }

    /** {@return whether this arranges what stands in it, and shows nothing itself} */
    boolean arranges() {
        return known().filter(TagType::arranges).isPresent();
    }

    /** {@return the tag's meaning; nothing for an unknown tag} */
    Optional<TagType> known() {
        return TagType.named(written);
    }

    boolean is(TagType wanted) {
        return known().filter(type -> type == wanted).isPresent();
    }

    /** {@return the tag in its usual spelling; as written if it is unknown} */
    String type() {
        return known().map(TagType::tag).orElse(written);
    }

    /** {@return {@code type} in a result} */
    String resultType() {
        return type().toLowerCase(Locale.ROOT);
    }

    /** {@return the attribute's value; null where it is absent or blank} */
    @Nullable
    String attribute(String key) {
        String value = attributeAsWritten(key);
        return value == null || value.isBlank() ? null : value;
    }

    /** {@return the attribute's value, a blank one too; null where it is absent} */
    @Nullable
    String attributeAsWritten(String key) {
        String exact = attributes.get(key);
        return exact != null
                ? exact
                : attributes.entrySet()
                        .stream()
                        .filter(attribute -> attribute.getKey().equalsIgnoreCase(key))
                        .map(Map.Entry::getValue)
                        .findFirst()
                        .orElse(null);
    }

    @Nullable
    String name() {
        return attribute("name");
    }

    /** {@return whether annotators answer something here} */
    boolean isControl() {
        return known().map(TagType::isControl).orElseGet(() -> attribute("toName") != null);
    }

    /** {@return whether this shows something that a control can be about} */
    boolean isObject() {
        return known().map(type -> type.isObject() || (type.shows() && name() != null))
                .orElseGet(() -> !isControl() && name() != null && value().hasVariables());
    }

    /** {@return whether this shows something of a task or beside it, named or not} */
    boolean shows() {
        return isObject() || known().filter(type -> type.shows() && !valueAsWritten().isEmpty()).isPresent()
                || (known().isEmpty() && !isControl() && value().hasVariables());
    }

    /** {@return whether this is one of the values that a control offers} */
    boolean isOption() {
        return known().filter(TagType::isOption).isPresent();
    }

    /** {@return the names in toName, in order; a blank one where a comma has nothing beside it} */
    List<String> toName() {
        String value = attribute("toName");
        return value == null ? List.of() : Arrays.stream(value.split(",", -1)).map(String::strip).toList();
    }

    /** {@return what this shows: the text in the tag, as Label Studio's front end prefers it, or else its value} */
    String valueAsWritten() {
        if (!text.isEmpty() && !hasTags && !is(TagType.STYLE)) {
            return text;
        }
        String value = attributeAsWritten("value");
        return value == null ? "" : value;
    }

    /** {@return the rules of a style sheet; empty for other tags} */
    String styleSheet() {
        return is(TagType.STYLE) ? text : "";
    }

    ValueExpression value() {
        return ValueExpression.of(valueAsWritten());
    }

    /** {@return the control that this stands in; null if it stands in none} */
    @Nullable
    Tag controlAround() {
        Tag around = parent;
        while (around != null && !around.isControl()) {
            around = around.parent;
        }
        return around;
    }

    /** {@return the value that this option stands for in results: its alias, or else its value; null where it has none} */
    @Nullable
    String optionValue() {
        String alias = attribute("alias");
        String value = alias == null ? valueAsWritten() : alias;
        return value.isEmpty() ? null : value;
    }

    boolean isTrue(String key) {
        return "true".equalsIgnoreCase(attributeAsWritten(key));
    }

    /** {@return how messages call this tag: {@code Pairwise "comparison" (line 5)}} */
    String title() {
        String name = name();
        return type() + (name == null ? "" : " \"" + clip(name) + "\"") + " (line " + line + ")";
    }

    /** {@return what a message can hold of a text from an attribute} */
    static String clip(String text) {
        return text.length() <= ConfigXml.NAME_LENGTH_MAX ? text : text.substring(0, ConfigXml.NAME_LENGTH_MAX) + "…";
    }
}
