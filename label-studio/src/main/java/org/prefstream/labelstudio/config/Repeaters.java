package org.prefstream.labelstudio.config;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.labelstudio.tag.TagType;

/** The Repeaters around tags. */
final class Repeaters {

    /** What Label Studio takes for the index where a Repeater does not say. */
    private static final String FLAG_DEFAULT = "{{idx}}";

    private final List<Tag> repeaters;

    Repeaters(List<Tag> tags) {
        this.repeaters = tags.stream().filter(tag -> tag.is(TagType.REPEATER)).toList();
    }

    /** A Repeater around a tag, and what stands for its index. */
    record Around(Tag repeater, String flag) {
    }

    /** {@return the Repeaters around a tag, the outermost first} */
    static List<Around> around(Tag tag) {
        List<Around> around = new ArrayList<>();
        for (@Nullable
        Tag outer = tag.parent(); outer != null; outer = outer.parent()) {
            if (outer.is(TagType.REPEATER)) {
                around.add(new Around(outer, flag(outer)));
            }
        }
        Collections.reverse(around);
        return around;
    }

    static String flag(Tag repeater) {
        return Objects.requireNonNullElse(repeater.attribute("indexFlag"), FLAG_DEFAULT);
    }

    /** {@return which of the Repeaters it is, from 0 in document order} */
    int index(Tag repeater) {
        return repeaters.indexOf(repeater);
    }

    /** {@return the Repeaters around a tag as a spec says them} */
    List<Repeat> of(Tag tag) {
        return around(tag).stream()
                .map(around -> new Repeat(index(around.repeater()),
                        Objects.requireNonNullElse(around.repeater().attribute("on"), ""), around.flag(), null))
                .toList();
    }
}
