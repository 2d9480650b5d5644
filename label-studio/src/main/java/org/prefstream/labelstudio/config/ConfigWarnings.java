package org.prefstream.labelstudio.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.ValueExpression;

/**
 * Tells what a labeling configuration contains and the comparison spec does not understand. Nothing of it is lost: the
 * configuration is kept as it was written, and results are kept as they are sent.
 */
final class ConfigWarnings {

    private static final int MESSAGES_MAX = 50;
    /** Attributes that change what is shown or asked in Label Studio, and change nothing here yet. */
    private static final Map<String, Predicate<String>> NOT_FOLLOWED = Map.ofEntries(
            Map.entry("valuetype", value -> value.equalsIgnoreCase("url")),
            Map.entry("encoding", value -> !value.equalsIgnoreCase("none")),
            Map.entry("peritem", ConfigWarnings::isTrue), Map.entry("whenrole", value -> true),
            Map.entry("apiurl", value -> true));

    /** The same of a value that may be chosen. */
    private static final Map<String, Predicate<String>> NOT_FOLLOWED_OF_CHOICES = Map.of("html",
            value -> !value.isEmpty(), "color", value -> !value.isEmpty(), "hotkey", ConfigWarnings::isSeveralKeys);

    /** What speaks of regions, which nobody marks here. */
    private static final Map<String, Predicate<String>> OF_REGIONS = Map.of("perregion", ConfigWarnings::isTrue,
            "visiblewhen", value -> value.equalsIgnoreCase("region-selected"));

    private static final String NOT_SHOWN = "\", which nothing shows there; put it into a Header or a Text";

    /** A variable, and what follows it as if it led into a list. */
    private static final Pattern NO_PLACE = Pattern
            .compile("\\$[\\p{L}_]\\w*(?:\\.\\w+|\\[\\d+])*(\\[(?!\\d+])[^\\]]*]?)", Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern IN_BRACES = Pattern.compile("\\$\\{\\w[^}]*}", Pattern.UNICODE_CHARACTER_CLASS);

    private final List<Tag> tags;
    private final Messages messages = new Messages(MESSAGES_MAX);

    private ConfigWarnings(List<Tag> tags) {
        this.tags = tags;
    }

    /**
     * {@return one message per tag or attribute that is not understood, in document order; each names tag and line; of many the
     * first ones, and how many more there are}
     */
    static List<String> of(List<Tag> tags) {
        ConfigWarnings warnings = new ConfigWarnings(tags);
        tags.forEach(warnings::look);
        return warnings.messages.list();
    }

    private void look(Tag tag) {
        tag.known().ifPresentOrElse(type -> known(tag, type), () -> unknown(tag));
        tag.attributes().forEach((name, value) -> attribute(tag, name, value));
        if (tag.shows() || tag.isControl()) {
            value(tag);
        }
        stray(tag);
    }

    /** A layout may have a title, such as that of a Panel; what it says of the task would be lost. */
    private void stray(Tag tag) {
        if (!tag.strayText().isBlank()) {
            warn(tag, "holds the text \"" + Tag.clip(tag.strayText().replaceAll("\\s+", " ")) + NOT_SHOWN);
        }
        String value = tag.attribute("value");
        if (tag.arranges() && value != null && ValueExpression.of(value).hasVariables()) {
            warn(tag, "has value=\"" + Tag.clip(value) + NOT_SHOWN);
        }
    }

    private void unknown(Tag tag) {
        if (tag.isControl()) {
            warn(tag,
                    "is a control that Prefstream does not know: answers to it are kept as they are sent, unchecked, and "
                            + "give no rows of the dataset");
        } else if (tag.shows()) {
            warn(tag, "is a tag that Prefstream does not know: it is taken for something that shows its value as text");
        } else {
            warn(tag, "is a tag that Prefstream does not know: it is kept and means nothing here");
        }
    }

    private void known(Tag tag, TagType type) {
        if (type.isObject() && !type.showsText()) {
            warn(tag, "is shown, and trained on, as the value that stands in the task, such as an address: what stands "
                    + "behind an address is not fetched");
        }
        if (type == TagType.BUCKET) {
            warn(tag,
                    "is a bucket of a Ranker: what is sorted into buckets is kept and exported, but gives no rows of the "
                            + "dataset, because no bucket is better than another");
        }
        if (type == TagType.PAIRWISE) {
            tag.toName()
                    .stream()
                    .distinct()
                    .flatMap(name -> named(name).stream())
                    .forEach(side -> sameInEveryTask(tag, side));
        }
        if (type == TagType.CHOICE) {
            beside(tag);
        }
        if (type == TagType.LABEL || type == TagType.RELATION) {
            Tag around = tag.parent();
            if (around != null && around.known().filter(TagType::isControl).isPresent()) {
                warn(tag, "stands in " + around.title() + ", which offers no labels");
            }
        }
    }

    private void beside(Tag option) {
        Tag around = option.parent();
        Tag control = option.controlAround();
        if (around != null && around.is(TagType.CHOICE) && control != null && control.is(TagType.CHOICES)
                && !control.isTrue("allowNested")) {
            warn(option, "stands in " + around.title()
                    + " and is offered beside it: it stands below it where the Choices has allowNested=\"true\"");
        }
    }

    private void sameInEveryTask(Tag comparison, Tag side) {
        if (!side.value().hasVariables()) {
            String value = Tag.clip(side.valueAsWritten());
            warn(side, "shows the text \"" + value + "\" in every task, though " + comparison.title()
                    + " compares it: to compare what a task holds, name its key with a $, such as value=\"$answer\"");
        }
    }

    private Optional<Tag> named(String name) {
        return tags.stream().filter(tag -> name.equals(tag.name())).findFirst();
    }

    private void attribute(Tag tag, String name, String value) {
        String key = name.toLowerCase(Locale.ROOT);
        Predicate<String> matters = tag.is(TagType.CHOICE) ? NOT_FOLLOWED_OF_CHOICES.get(key) : NOT_FOLLOWED.get(key);
        if (matters != null) {
            if (matters.test(value.strip())) {
                warn(tag, "has " + Tag.clip(name) + "=\"" + Tag.clip(value)
                        + "\", which Prefstream does not follow yet: the tag means what it would mean without it");
            }
        } else if (OF_REGIONS.getOrDefault(key, none -> false).test(value.strip())) {
            warn(tag, "has " + Tag.clip(name) + "=\"" + Tag.clip(value)
                    + "\", which is about a marked region: regions are not marked here, so the labeling page never shows it");
        } else if (tag.known().filter(type -> !type.knows(name)).isPresent()) {
            warn(tag, "has the attribute \"" + Tag.clip(name)
                    + "\", which that tag does not have: it means nothing here");
        }
    }

    /** Half of a value would be shown, and half of it be taken for a text. */
    private void value(Tag tag) {
        String value = tag.valueAsWritten();
        for (Repeaters.Around around : Repeaters.around(tag)) {
            value = value.replace(around.flag(), "0");
        }
        Matcher noPlace = NO_PLACE.matcher(value);
        Matcher inBraces = IN_BRACES.matcher(value);
        if (noPlace.find()) {
            warn(tag, "shows all of the value before \"" + Tag.clip(noPlace.group(1))
                    + "\", which is no place in a list: places are whole numbers from 0, such as [0]");
        }
        if (inBraces.find()) {
            warn(tag, "shows \"" + Tag.clip(inBraces.group())
                    + "\" as it stands: a variable has no braces, such as $prompt");
        }
    }

    private static boolean isTrue(String value) {
        return value.equalsIgnoreCase("true");
    }

    /** The page takes one key at a time, and those with Ctrl or Alt belong to the browser. */
    private static boolean isSeveralKeys(String value) {
        return value.length() > 1;
    }

    private void warn(Tag tag, String what) {
        messages.add(tag, what);
    }
}
