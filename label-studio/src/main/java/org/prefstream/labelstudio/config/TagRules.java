package org.prefstream.labelstudio.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.ValueExpression;

/** What must hold among the tags of a labeling configuration before anybody can label with it. */
final class TagRules {

    static final int MAX_RATING_MAX = 100;
    static final int RATING_DEFAULT = 5;
    private static final int MESSAGES_MAX = 20;
    private static final int NAMES_SHOWN = 20;

    private final List<Tag> tags;
    private final Map<String, Tag> named = new LinkedHashMap<>();
    private final Messages messages = new Messages(MESSAGES_MAX);

    private TagRules(List<Tag> tags) {
        this.tags = tags;
    }

    /**
     * Checks a whole configuration.
     *
     * @param tags in document order
     * @throws LabelingConfigInvalid naming the first tags that break a rule, and how many more there are
     */
    static void check(List<Tag> tags) {
        TagRules rules = new TagRules(tags);
        rules.checkRoot();
        rules.checkNames();
        tags.forEach(rules::checkRepeaters);
        rules.checkTargets();
        if (!rules.messages.isEmpty()) {
            throw new LabelingConfigInvalid(rules.messages.list());
        }
    }

    private void checkRoot() {
        Tag root = tags.get(0);
        if (!root.is(TagType.VIEW)) {
            refuse(root, "is the outermost tag; it must be View: put <View> … </View> around it");
        }
    }

    private void checkNames() {
        for (Tag tag : tags) {
            String name = tag.name();
            if (name != null) {
                Tag first = named.putIfAbsent(name, tag);
                if (first != null) {
                    refuse(tag, "has the name of " + first.title() + "; every name may be used once");
                } else if (name.length() > ConfigXml.NAME_LENGTH_MAX) {
                    refuse(tag, "has a name longer than " + ConfigXml.NAME_LENGTH_MAX + " characters");
                }
            } else if (tag.isControl() || tag.isObject()) {
                refuse(tag, "has no name; give it one, such as name=\"" + example(tag) + "\"");
            }
        }
    }

    private void checkRepeaters(Tag tag) {
        List<Repeaters.Around> around = Repeaters.around(tag);
        if (tag.is(TagType.REPEATER)) {
            String on = tag.attribute("on");
            if (on == null) {
                refuse(tag, "has no \"on\"; name the list that it repeats for, such as on=\"$answers\"");
            } else if (!ValueExpression.of(on).hasVariables()) {
                refuse(tag, "has on=\"" + Tag.clip(on)
                        + "\", which names no list of the data; name it with a $, such as on=\"$answers\"");
            }
            if (around.stream().anyMatch(outer -> outer.flag().equals(Repeaters.flag(tag)))) {
                refuse(tag, "stands in another Repeater with the same indexFlag; give it one of its own, such as "
                        + "indexFlag=\"{{inner}}\"");
            }
            return;
        }
        String name = tag.name();
        around.stream()
                .map(Repeaters.Around::flag)
                .filter(flag -> name != null && !name.contains(flag))
                .limit(1)
                .forEach(flag -> refuse(tag, "stands in a Repeater, so its name must contain " + Tag.clip(flag)
                        + ", such as name=\"" + Tag.clip(name + "_" + flag) + "\""));
    }

    private void checkTargets() {
        String objectsHint = objectsHint();
        for (Tag tag : tags) {
            List<String> toName = tag.toName();
            if (toName.isEmpty() && tag.isControl()) {
                refuse(tag, "has no toName; name the tag that it is about" + objectsHint);
            }
            toName.stream()
                    .filter(name -> !named.containsKey(name))
                    .forEach(name -> refuse(tag,
                            name.isEmpty()
                                    ? "has an empty name in its toName; put one name between commas"
                                    : "points to \"" + Tag.clip(name) + "\" in its toName, but no tag has that name"
                                            + objectsHint));
            if (named.keySet().containsAll(toName)) {
                checkMeaning(tag, toName);
            }
        }
    }

    private void checkMeaning(Tag tag, List<String> toName) {
        if (tag.is(TagType.PAIRWISE) && !toName.isEmpty()) {
            checkPairwise(tag, toName);
        } else if (tag.is(TagType.RANKER) && !toName.isEmpty()) {
            checkRanker(tag, toName);
        } else if (tag.is(TagType.RATING)) {
            checkRating(tag);
        }
    }

    private void checkPairwise(Tag tag, List<String> toName) {
        if (toName.size() != 2 || toName.get(0).equals(toName.get(1))) {
            refuse(tag, "must name exactly two different tags in its toName, such as toName=\"answer1,answer2\"");
            return;
        }
        toName.forEach(name -> checkCandidate(tag, target(name)));
        if (target(toName.get(0)).valueAsWritten().equals(target(toName.get(1)).valueAsWritten())) {
            refuse(tag, "compares two tags that show the same, " + Tag.clip(target(toName.get(0)).valueAsWritten())
                    + "; give each the value of its own answer");
        }
    }

    private void checkCandidate(Tag tag, Tag target) {
        if (!target.isObject() || target.valueAsWritten().isEmpty()) {
            refuse(tag, "compares " + target.title()
                    + ", which cannot be compared; name two tags such as Text, each with value=\"$…\"");
        } else if (target.known().filter(type -> !type.showsText()).isPresent()) {
            refuse(tag, "compares " + target.title() + ", which shows no text, so that no preference could ever be "
                    + "learned from it; compare tags such as Text");
        } else {
            checkSameRepeaters(tag, target);
        }
    }

    private void checkRanker(Tag tag, List<String> toName) {
        if (toName.size() != 1 || !target(toName.get(0)).is(TagType.LIST)
                || !target(toName.get(0)).value().hasVariables()) {
            refuse(tag,
                    "must name exactly one List in its toName, whose value names a list of the data such as value=\"$answers\"");
            return;
        }
        checkSameRepeaters(tag, target(toName.get(0)));
    }

    /** What a Repeater shows often cannot be compared by somebody who is asked once. */
    private void checkSameRepeaters(Tag tag, Tag target) {
        if (!Repeaters.around(tag).containsAll(Repeaters.around(target))) {
            refuse(tag, "compares " + target.title()
                    + ", which a Repeater shows several times; put both into the same Repeater");
        }
    }

    private void checkRating(Tag tag) {
        if (maxRating(tag) == null) {
            refuse(tag, "has maxRating=\"" + Tag.clip(String.valueOf(tag.attribute("maxRating")))
                    + "\"; it must be a whole number from 1 to " + MAX_RATING_MAX);
        }
    }

    /** {@return the stars of a Rating; null where maxRating is no number that makes sense} */
    static @Nullable Integer maxRating(Tag tag) {
        String value = tag.attribute("maxRating");
        if (value == null) {
            return RATING_DEFAULT;
        }
        if (!value.strip().matches("[0-9]{1,3}")) {
            return null;
        }
        int stars = Integer.parseInt(value.strip());
        return stars >= 1 && stars <= MAX_RATING_MAX ? stars : null;
    }

    private Tag target(String name) {
        Tag target = named.get(name);
        if (target == null) {
            throw new IllegalStateException("asked for a name that was not checked: " + name);
        }
        return target;
    }

    private static String example(Tag tag) {
        return tag.value().key().filter(key -> key.matches("\\w+")).orElse("my" + tag.type());
    }

    private String objectsHint() {
        String names = named.values()
                .stream()
                .filter(Tag::isObject)
                .map(Tag::name)
                .limit(NAMES_SHOWN)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : " (here: " + names + ")";
    }

    private void refuse(Tag tag, String what) {
        messages.add(tag, what);
    }
}
