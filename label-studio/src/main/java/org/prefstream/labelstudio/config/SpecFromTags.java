package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;

/** Derives from tags that keep the {@link TagRules} what is shown, compared and answered, and which data that needs. */
final class SpecFromTags {

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Set<String> COMPARING = Set.of("Pairwise", "Ranker");

    private SpecFromTags() {
    }

    static ComparisonSpec spec(List<Tag> tags) {
        Set<String> compared = tags.stream()
                .filter(tag -> COMPARING.contains(tag.type()))
                .flatMap(tag -> tag.toName().stream())
                .collect(Collectors.toSet());
        List<ShownObject> objects = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        Map<String, Map<String, Tag>> options = options(tags);
        for (Tag tag : tags) {
            if (tag.isControl()) {
                controls.add(control(tag, options));
            } else if (tag.isObject()) {
                objects.add(shown(tag, compared));
            }
        }
        return new ComparisonSpec(objects, controls);
    }

    private static ShownObject shown(Tag tag, Set<String> compared) {
        String name = Objects.requireNonNull(tag.name());
        String field = tag.field() == null ? null : key(tag.field());
        String literal = field == null ? tag.attributes().getOrDefault("value", "") : null;
        return new ShownObject(name, tag.type(), field, literal, compared.contains(name));
    }

    private static Control control(Tag tag, Map<String, Map<String, Tag>> options) {
        String name = Objects.requireNonNull(tag.name());
        // with value="$field" the task brings the choices, so that none can be named here
        boolean fixed = tag.is("Choices") && tag.field() == null;
        Collection<String> choices = fixed ? options.getOrDefault(name, Map.of()).keySet() : List.of();
        int stars = tag.is("Rating") ? Objects.requireNonNull(TagRules.maxRating(tag)) : 0;
        return new Control(name, tag.type().toLowerCase(Locale.ROOT), tag.toName(), List.copyOf(choices),
                tag.is("Choices") && "multiple".equals(tag.attribute("choice")), stars, tag.isTrue("required"));
    }

    /** {@return by control's name, what each offers: its options by value, in document order} */
    static Map<String, Map<String, Tag>> options(List<Tag> tags) {
        Map<String, Map<String, Tag>> options = new LinkedHashMap<>();
        for (Tag tag : tags) {
            String value = tag.isOption() ? tag.optionValue() : null;
            String control = controlAround(tag);
            if (value != null && control != null) {
                options.computeIfAbsent(control, name -> new LinkedHashMap<>()).put(value, tag);
            }
        }
        return options;
    }

    private static @Nullable String controlAround(Tag tag) {
        Tag around = tag.parent();
        while (around != null && !around.isControl()) {
            around = around.parent();
        }
        return around == null ? null : around.name();
    }

    /** {@return the data keys that every task must have: what named tags show, in document order} */
    static List<String> requiredFields(List<Tag> tags) {
        Set<String> fields = new LinkedHashSet<>();
        for (Tag tag : tags) {
            String value = tag.attributes().get("value");
            if (tag.parent() != null && tag.name() != null && value != null) {
                addFirst(value, tag.field(), fields);
            }
        }
        return List.copyOf(fields);
    }

    /** {@return the data keys that any tag shows, named or not} */
    static List<String> shownFields(List<Tag> tags) {
        Set<String> fields = new LinkedHashSet<>();
        for (Tag tag : tags) {
            tag.attributes().values().forEach(value -> {
                if (value.length() > 1 && value.charAt(0) == '$') {
                    fields.add(key(value.substring(1)));
                } else {
                    VARIABLE.matcher(value).results().forEach(variable -> fields.add(variable.group(1)));
                }
            });
        }
        return List.copyOf(fields);
    }

    /** As Label Studio: the whole of {@code $key}, or else the first variable in a longer text. */
    private static void addFirst(String value, @Nullable String field, Set<String> fields) {
        if (field != null) {
            fields.add(key(field));
            return;
        }
        Matcher variable = VARIABLE.matcher(value);
        if (variable.find()) {
            fields.add(variable.group(1));
        }
    }

    /** A Repeater's {@code $turns[{{idx}}].text} needs the list {@code turns}. */
    private static String key(String field) {
        int bracket = field.indexOf('[');
        return bracket < 1 ? field : field.substring(0, bracket);
    }
}
