package org.prefstream.task.generation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.contract.LayoutBox;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.ShownContent;
import org.prefstream.labelstudio.task.ValueExpression;
import org.prefstream.task.generation.Questions.Given;

/**
 * Where a task keeps the answers that the configuration compares: each in a field of its own, or all of them in a list that is ranked.
 * They are counted from 0 in the order of the configuration.
 */
final class AnswerPlaces {

    private static final String ASSISTANT = "assistant";

    private final List<Place> places;

    private AnswerPlaces(List<Place> places) {
        this.places = List.copyOf(places);
    }

    /**
     * One of them.
     *
     * @param key the field of the data
     * @param isItem whether the field is a list, of which this is an item
     */
    record Place(int index, String key, boolean isItem, ShownObject object) {

        /** {@return what people call it} */
        String field() {
            return isItem ? key + "[" + index + "]" : key;
        }

        boolean isMissingIn(Map<String, Object> data) {
            return data.get(key) == null;
        }

        /** {@return what the task brought, without white space around it; nothing where that is no single text} */
        private Optional<String> brought(Map<String, Object> data) {
            if (isItem || isMissingIn(data)) {
                return Optional.empty();
            }
            ShownContent shown = ShownContent.of(object, data.get(key));
            Object text = shown instanceof ShownContent.Messages said && said.conversation().messages().size() == 1
                    ? said.conversation().messages().get(0).get("content")
                    : shown.json();
            return text instanceof String only ? Optional.of(only.strip()) : Optional.empty();
        }

        /** A dialogue shows messages and no text. */
        private Object shaped(String text) {
            boolean isDialogue = TagType.named(object.tag())
                    .filter(tag -> tag.box() == LayoutBox.Kind.DIALOGUE)
                    .isPresent();
            if (!isDialogue) {
                return text;
            }
            String textKey = object.textKey();
            return List.of(textKey == null
                    ? Map.of("role", ASSISTANT, "content", text)
                    : Map.of(Objects.requireNonNullElse(object.nameKey(), "author"), ASSISTANT, textKey, text));
        }
    }

    /**
     * {@return the places of a project's tasks}
     *
     * @param answersPerPrompt how many a list gets
     * @throws ProblemException 400 if answers cannot be put where the configuration shows them
     */
    static AnswerPlaces of(ComparisonSpec spec, int answersPerPrompt) {
        List<Place> places = new ArrayList<>();
        for (ShownObject object : spec.objects()) {
            if (object.shownAs() == ShownAs.CANDIDATE) {
                add(object, isRanked(spec, object) ? answersPerPrompt : 0, places);
            }
        }
        if (places.isEmpty()) {
            throw ProblemException.invalid("label_config",
                    "The project's labeling configuration compares no answers yet.");
        }
        if (places.size() != answersPerPrompt) {
            throw ProblemException.invalid("answers_per_prompt", "Must be " + places.size()
                    + ", because so many answers are compared by the labeling configuration.");
        }
        return new AnswerPlaces(places);
    }

    /** {@return how many answers a prompt needs, so far as the configuration says it; two where it does not} */
    static int usual(ComparisonSpec spec) {
        List<ShownObject> candidates = spec.objects()
                .stream()
                .filter(object -> object.shownAs() == ShownAs.CANDIDATE)
                .toList();
        boolean lists = candidates.stream().anyMatch(object -> isRanked(spec, object));
        return lists ? 2 : Math.max(2, candidates.size());
    }

    private static boolean isRanked(ComparisonSpec spec, ShownObject object) {
        return spec.controls()
                .stream()
                .anyMatch(control -> TagType.RANKER.is(control) && control.toName().contains(object.name()));
    }

    private static void add(ShownObject object, int items, List<Place> places) {
        String key = object.repeats().isEmpty() ? ValueExpression.of(object.value()).key().orElse("") : "";
        if (key.isEmpty()) {
            throw ProblemException.invalid("label_config",
                    "Answers cannot be put where \"" + object.name() + "\" shows them (" + object.value()
                            + "). Only a field of its own, such as $answer1, can be filled.");
        }
        for (int i = 0; i < Math.max(1, items); i++) {
            places.add(new Place(places.size(), key, items > 0, object));
        }
    }

    /** {@return the fields, each once} */
    List<String> keys() {
        return places.stream().map(Place::key).distinct().toList();
    }

    /** {@return those that the data lacks} */
    List<Place> missingIn(Map<String, Object> data) {
        return places.stream().filter(place -> place.isMissingIn(data)).toList();
    }

    /**
     * {@return the data with answers where it lacks them, and beside each the name of its model}
     *
     * @param given answers by place
     */
    Map<String, Object> filled(Map<String, Object> data, Map<Integer, Given> given) {
        Map<String, Object> filled = new LinkedHashMap<>(data);
        Map<String, List<Object>> lists = new LinkedHashMap<>();
        for (Place place : missingIn(data)) {
            Given answer = given.get(place.index());
            if (answer == null) {
                continue;
            }
            if (place.isItem()) {
                lists.computeIfAbsent(place.key(), first -> new ArrayList<>()).add(item(place, answer));
            } else {
                filled.put(place.key(), place.shaped(answer.text()));
                filled.put(place.key() + "_model", answer.model());
            }
        }
        filled.putAll(lists);
        return filled;
    }

    /**
     * {@return the places whose given answers say the same as another answer of the task, which it may have brought} White space around
     * an answer says nothing.
     *
     * @param data what the task has had before
     */
    Set<Integer> identical(Map<String, Object> data, Map<Integer, Given> given) {
        Map<Integer, String> texts = new LinkedHashMap<>();
        for (Place place : places) {
            place.brought(data).ifPresent(text -> texts.put(place.index(), text));
            Given answer = given.get(place.index());
            if (answer != null && place.isMissingIn(data)) {
                texts.put(place.index(), answer.text().strip());
            }
        }
        Set<Integer> identical = new LinkedHashSet<>(given.keySet());
        identical.removeIf(index -> Collections.frequency(texts.values(), texts.get(index)) < 2);
        return identical;
    }

    private static Map<String, Object> item(Place place, Given answer) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", Integer.toString(place.index() + 1));
        item.put("body", answer.text());
        item.put("model", answer.model());
        return item;
    }
}
