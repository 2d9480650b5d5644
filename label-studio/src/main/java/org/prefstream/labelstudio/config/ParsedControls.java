package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/** The controls of a configuration in the two forms in which Label Studio's projects show them. */
final class ParsedControls {

    /** When Label Studio takes a control's value for a variable. */
    private static final Pattern DYNAMIC = Pattern.compile("\\$[A-Za-z_]+");

    private final List<Tag> tags;
    private final Map<String, Map<String, Tag>> options;

    ParsedControls(List<Tag> tags) {
        this.tags = tags;
        this.options = SpecReader.options(tags);
    }

    /** One control of {@code parsed_label_config}. */
    record ParsedControl(
            @JsonProperty("type") String type,
            @JsonProperty("to_name") List<String> toName,
            @JsonProperty("conditionals") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Conditionals conditionals,
            @JsonProperty("dynamic_labels") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean dynamicLabels,
            @JsonProperty("inputs") List<Input> inputs,
            @JsonProperty("labels") List<String> labels,
            @JsonProperty("labels_attrs") Map<String, Map<String, String>> labelsAttributes) {
    }

    /** When a control is asked about a region. */
    record Conditionals(@JsonProperty("type") String type, @JsonProperty("name") String name) {
    }

    /** An object that a control is about. */
    record Input(
            @JsonProperty("type") String type,
            @JsonProperty("valueType") @Nullable String valueType,
            @JsonProperty("value") String value) {
    }

    /** What a control counts in Label Studio's statistics. */
    record Weight(
            @JsonProperty("overall") double overall,
            @JsonProperty("type") String type,
            @JsonProperty("labels") Map<String, Double> labels) {
    }

    /** {@return {@code parsed_label_config}: by control's name its type, targets, inputs and labels} */
    Map<String, ParsedControl> parsedLabelConfig() {
        Map<String, Input> inputs = inputs();
        Map<String, ParsedControl> parsed = new LinkedHashMap<>();
        tags.stream().filter(Tag::isControl).forEach(tag -> parsed.put(name(tag), parsed(tag, inputs)));
        return parsed;
    }

    /** {@return {@code control_weights}: everything counts 1.0} */
    Map<String, Weight> controlWeights() {
        Map<String, Weight> weights = new LinkedHashMap<>();
        tags.stream().filter(Tag::isControl).forEach(tag -> {
            Map<String, Double> labels = new LinkedHashMap<>();
            options(tag).keySet().forEach(label -> labels.put(label, 1.0));
            weights.put(name(tag), new Weight(1.0, tag.type(), labels));
        });
        return weights;
    }

    private ParsedControl parsed(Tag tag, Map<String, Input> inputs) {
        Map<String, Map<String, String>> attributes = new LinkedHashMap<>();
        options(tag).forEach((label, option) -> attributes.put(label, option.attributes()));
        String value = Objects.requireNonNullElse(tag.attributeAsWritten("value"), "");
        boolean isDynamic = DYNAMIC.matcher(value).matches() || tag.attribute("apiUrl") != null;
        return new ParsedControl(tag.type(), tag.toName(), conditionals(tag), isDynamic ? true : null,
                tag.toName().stream().map(inputs::get).filter(Objects::nonNull).toList(),
                new ArrayList<>(options(tag).keySet()), attributes);
    }

    private static @Nullable Conditionals conditionals(Tag tag) {
        if (!"true".equals(tag.attributeAsWritten("perRegion"))) {
            return null;
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("whenTagName", "tag");
        kinds.put("whenLabelValue", "label");
        kinds.put("whenChoiceValue", "choice");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String name = tag.attribute(kind.getKey());
            if (name != null) {
                return new Conditionals(kind.getValue(), name);
            }
        }
        return null;
    }

    private Map<String, Input> inputs() {
        Map<String, Input> inputs = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String name = tag.name();
            String value = tag.attributeAsWritten("value");
            if (!tag.isControl() && name != null && value != null && !value.isEmpty()) {
                inputs.put(name,
                        new Input(tag.type(), tag.attributeAsWritten("valueType"), value.replaceFirst("^\\$+", "")));
            }
        }
        return inputs;
    }

    private Map<String, Tag> options(Tag control) {
        return options.getOrDefault(name(control), Map.of());
    }

    private static String name(Tag control) {
        return Objects.requireNonNull(control.name());
    }
}
