package org.prefstream.labelstudio.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Option;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.tag.ChosenValue;
import org.prefstream.labelstudio.tag.TagType;

/** Derives from tags that keep the {@link TagRules} what is shown, compared and answered. */
final class SpecReader {

    private static final String NAME_KEY_DEFAULT = "author";
    private static final String TEXT_KEY_DEFAULT = "text";

    private final List<Tag> tags;
    private final Repeaters repeaters;
    private final Map<String, Map<String, Tag>> options;

    private SpecReader(List<Tag> tags) {
        this.tags = tags;
        this.repeaters = new Repeaters(tags);
        this.options = options(tags);
    }

    static ComparisonSpec spec(List<Tag> tags) {
        return new SpecReader(tags).spec();
    }

    private ComparisonSpec spec() {
        Set<String> compared = tags.stream()
                .filter(tag -> tag.is(TagType.PAIRWISE) || tag.is(TagType.RANKER))
                .flatMap(tag -> tag.toName().stream())
                .collect(Collectors.toSet());
        List<ShownObject> objects = new ArrayList<>();
        List<Control> controls = new ArrayList<>();
        for (Tag tag : tags) {
            if (tag.isControl()) {
                controls.add(control(tag));
            } else if (tag.shows()) {
                objects.add(shown(tag, compared));
            }
        }
        return new ComparisonSpec(objects, controls);
    }

    private ShownObject shown(Tag tag, Set<String> compared) {
        List<Repeat> repeats = repeaters.of(tag);
        boolean isDialogue = tag.is(TagType.PARAGRAPHS);
        return new ShownObject(nameOf(tag, repeats), tag.type(), tag.valueAsWritten(), shownAs(tag, compared),
                isDialogue ? Objects.requireNonNullElse(tag.attribute("nameKey"), NAME_KEY_DEFAULT) : null,
                isDialogue ? Objects.requireNonNullElse(tag.attribute("textKey"), TEXT_KEY_DEFAULT) : null, repeats);
    }

    /** A heading without a name gets one that no result can mean: names of repeated ones differ by their flags. */
    static String nameOf(Tag tag, List<Repeat> repeats) {
        String name = tag.name();
        return name != null
                ? name
                : tag.type() + "@" + tag.line()
                        + repeats.stream().map(repeat -> "_" + repeat.flag()).collect(Collectors.joining());
    }

    /** A heading that shows nothing of the task says the same for all of them. */
    private static ShownAs shownAs(Tag tag, Set<String> compared) {
        String name = tag.name();
        if (name != null && compared.contains(name)) {
            return ShownAs.CANDIDATE;
        }
        boolean isHeading = tag.known().filter(type -> !type.isObject()).isPresent();
        return isHeading && !tag.value().hasVariables() ? ShownAs.CAPTION : ShownAs.PROMPT;
    }

    private Control control(Tag tag) {
        String name = Objects.requireNonNull(tag.name());
        // with a variable the task brings what is offered, so that nothing can be named here
        String value = tag.value().hasVariables() ? tag.valueAsWritten() : null;
        boolean fixed = tag.is(TagType.CHOICES) && value == null;
        boolean nested = tag.is(TagType.CHOICES) && tag.isTrue("allowNested");
        List<Option> paths = fixed && nested ? paths(name) : List.of();
        Collection<String> choices = fixed && !nested
                ? options.getOrDefault(name, Map.of()).keySet()
                : tag.is(TagType.RANKER) ? buckets(name) : paths.stream().map(Option::value).toList();
        int stars = tag.is(TagType.RATING) ? Objects.requireNonNull(TagRules.maxRating(tag)) : 0;
        return new Control(name, tag.resultType(), tag.toName(), List.copyOf(choices),
                tag.is(TagType.CHOICES) && "multiple".equals(tag.attribute("choice")), stars, isDemanded(tag), value,
                repeaters.of(tag), paths, nested);
    }

    /** {@return the options of a control, each with the values of those that it stands in} */
    private List<Option> paths(String control) {
        return tags.stream()
                .filter(tag -> tag.isOption() && tag.optionValue() != null && control.equals(controlAround(tag)))
                .map(SpecReader::path)
                .distinct()
                .toList();
    }

    private static Option path(Tag option) {
        Deque<String> path = new ArrayDeque<>();
        for (Tag around = option; around != null && !around.isControl(); around = around.parent()) {
            String value = around.isOption() ? around.optionValue() : null;
            if (value != null) {
                path.addFirst(value);
            }
        }
        List<String> values = List.copyOf(path);
        String label = option.valueAsWritten();
        return new Option(ChosenValue.ofPath(values), label.equals(option.optionValue()) ? null : label,
                option.attribute("hint"), option.attribute("hotkey"), values);
    }

    private List<String> buckets(String ranker) {
        return tags.stream()
                .filter(tag -> tag.is(TagType.BUCKET) && ranker.equals(controlAround(tag)))
                .map(Tag::name)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What is shown at times only, by itself or by what is around it, is demanded at these times only. No region is marked here. */
    private static boolean isDemanded(Tag tag) {
        for (Tag around = tag; around != null; around = around.parent()) {
            if (around.attribute("visibleWhen") != null || around.isTrue("perRegion")) {
                return false;
            }
        }
        return tag.isTrue("required");
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
        Tag around = tag.controlAround();
        return around == null ? null : around.name();
    }
}
