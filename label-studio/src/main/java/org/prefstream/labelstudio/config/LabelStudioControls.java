package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** The controls of a configuration in the two forms in which Label Studio's projects show them. */
final class LabelStudioControls {

    /** When Label Studio takes a control's value for a variable. */
    private static final Pattern DYNAMIC = Pattern.compile("\\$[A-Za-z_]+");

    private final List<Tag> tags;
    private final Map<String, Map<String, Tag>> options;

    LabelStudioControls(List<Tag> tags) {
        this.tags = tags;
        this.options = SpecFromTags.options(tags);
    }

    /** {@return {@code parsed_label_config}: by control's name its type, targets, inputs and labels} */
    Map<String, Object> parsedLabelConfig() {
        Map<String, Object> inputs = inputs();
        Map<String, Object> parsed = new LinkedHashMap<>();
        tags.stream().filter(Tag::isControl).forEach(tag -> parsed.put(name(tag), parsed(tag, inputs)));
        return parsed;
    }

    /** {@return {@code control_weights}: everything counts 1.0} */
    Map<String, Object> controlWeights() {
        Map<String, Object> weights = new LinkedHashMap<>();
        for (Tag tag : tags) {
            if (tag.isControl()) {
                Map<String, Object> labels = new LinkedHashMap<>();
                options(tag).keySet().forEach(label -> labels.put(label, 1.0));
                Map<String, Object> weight = new LinkedHashMap<>();
                weight.put("overall", 1.0);
                weight.put("type", tag.type());
                weight.put("labels", labels);
                weights.put(name(tag), weight);
            }
        }
        return weights;
    }

    private Map<String, Object> parsed(Tag tag, Map<String, Object> inputs) {
        Map<String, Object> parsed = new LinkedHashMap<>();
        parsed.put("type", tag.type());
        parsed.put("to_name", tag.toName());
        Map<String, Object> conditionals = conditionals(tag);
        if (conditionals != null) {
            parsed.put("conditionals", conditionals);
        }
        if (DYNAMIC.matcher(tag.attributes().getOrDefault("value", "")).matches() || tag.attribute("apiUrl") != null) {
            parsed.put("dynamic_labels", true);
        }
        parsed.put("inputs", tag.toName().stream().map(inputs::get).filter(Objects::nonNull).toList());
        parsed.put("labels", new ArrayList<>(options(tag).keySet()));
        Map<String, Object> attributes = new LinkedHashMap<>();
        options(tag).forEach((label, option) -> attributes.put(label, option.attributes()));
        parsed.put("labels_attrs", attributes);
        return parsed;
    }

    private static @Nullable Map<String, Object> conditionals(Tag tag) {
        if (!"true".equals(tag.attributes().get("perRegion"))) {
            return null;
        }
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("whenTagName", "tag");
        kinds.put("whenLabelValue", "label");
        kinds.put("whenChoiceValue", "choice");
        for (Map.Entry<String, String> kind : kinds.entrySet()) {
            String name = tag.attribute(kind.getKey());
            if (name != null) {
                return Map.of("type", kind.getValue(), "name", name);
            }
        }
        return null;
    }

    private Map<String, Object> inputs() {
        Map<String, Object> inputs = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String name = tag.name();
            String value = tag.attributes().get("value");
            if (!tag.isControl() && name != null && value != null && !value.isEmpty()) {
                Map<String, @Nullable Object> input = new LinkedHashMap<>();
                input.put("type", tag.type());
                input.put("valueType", tag.attributes().get("valueType"));
                input.put("value", value.replaceFirst("^\\$+", ""));
                inputs.put(name, input);
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
