package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.LayoutBox;
import org.prefstream.contract.LayoutBox.Kind;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.ValueExpression;

/** Derives from tags that keep the {@link TagRules} how the page shows and asks what they mean. */
final class LayoutReader {

    /** What the spec says: names, and what is shown. Annotators must not see the keys of the data, which may name models. */
    private static final Set<String> IN_SPEC = Set.of("name", "toname", "value", "on", "indexflag", "alias");

    private final IdentityHashMap<Tag, List<Tag>> inside = new IdentityHashMap<>();
    private final Repeaters repeaters;

    private LayoutReader(List<Tag> tags) {
        repeaters = new Repeaters(tags);
        for (Tag tag : tags) {
            Tag around = tag.parent();
            if (around != null) {
                inside.computeIfAbsent(around, key -> new ArrayList<>()).add(tag);
            }
        }
    }

    /** {@return the box of the root, in which all others stand} */
    static LayoutBox layout(List<Tag> tags) {
        return new LayoutReader(tags).box(tags.get(0));
    }

    private LayoutBox box(Tag tag) {
        Kind kind = kind(tag);
        boolean repeats = kind == Kind.REPEAT;
        return new LayoutBox(kind, name(tag, kind), text(tag, kind), attributes(tag, kind),
                repeats ? repeaters.index(tag) : null, repeats ? Repeaters.flag(tag) : null,
                inside.getOrDefault(tag, List.of()).stream().map(this::box).toList());
    }

    private static Kind kind(Tag tag) {
        if (tag.isControl()) {
            return Kind.CONTROL;
        }
        return tag.known().map(TagType::box).orElse(tag.shows() ? Kind.PLAIN : Kind.UNKNOWN);
    }

    private @Nullable String name(Tag tag, Kind kind) {
        return switch (kind) {
            case CONTROL -> tag.name();
            case OPTION -> tag.is(TagType.BUCKET) ? tag.name() : tag.optionValue();
            default -> tag.shows() ? SpecReader.nameOf(tag, repeaters.of(tag)) : null;
        };
    }

    private static @Nullable String text(Tag tag, Kind kind) {
        String text = switch (kind) {
            case OPTION -> tag.is(TagType.BUCKET) ? tag.attribute("title") : tag.valueAsWritten();
            case FOLD -> tag.attribute("value");
            case SHEET -> tag.styleSheet();
            default -> null;
        };
        return text == null || text.isEmpty() ? null : text;
    }

    private static Map<String, String> attributes(Tag tag, Kind kind) {
        Map<String, String> attributes = new LinkedHashMap<>();
        tag.attributes().forEach((name, value) -> {
            String key = name.toLowerCase(Locale.ROOT);
            // a text that a TextArea begins with is part of its question
            boolean begins = kind == Kind.CONTROL && key.equals("value") && !ValueExpression.of(value).hasVariables();
            if (begins || !IN_SPEC.contains(key)) {
                attributes.put(key, value);
            }
        });
        return attributes;
    }
}
