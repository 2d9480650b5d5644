package org.prefstream.annotation.verdict;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Regions;
import org.prefstream.labelstudio.result.Regions.Region;
import org.prefstream.labelstudio.tag.Quoted;
import org.prefstream.labelstudio.tag.RankerValue;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;

/**
 * What the page answers about a task: a verdict on its pair, and answers to the other controls. What is compared is named by places on
 * the screen (slots).
 *
 * @param pair the verdict on the first pair; null where that is not answered
 * @param others by control's name: the verdict on another pair, a ranking or buckets by slots, or the value of a region as Label Studio has it
 */
public record SlotAnswers(@Nullable SlotVerdict pair, Map<String, Object> others) {

    static final String RANKING = "ranking";
    private static final String BUCKETS = "buckets";
    private static final String REGION_ID_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    private static final int REGION_ID_LENGTH = 10;
    private static final SecureRandom RANDOM = new SecureRandom();

    /**
     * {@return the Label Studio result that says the same in data order, as Label Studio's front end would write it}
     *
     * @param recorded which candidate stood in which slot
     * @throws ProblemException 400 where an answer names no control, does not fit what it asks, or misses one that is demanded
     */
    public List<Object> result(Shown shown, ShownOrder recorded) {
        requireDemanded(shown);
        return unfinished(shown, recorded);
    }

    /**
     * {@return the same of what is not finished: something that is demanded may be missing}
     *
     * @param recorded which candidate stood in which slot
     * @throws ProblemException 400 where an answer names no control, or is none by slots
     */
    public List<Object> unfinished(Shown shown, ShownOrder recorded) {
        Map<String, Object> answers = new HashMap<>(others);
        SlotVerdict verdict = pair;
        if (verdict != null) {
            Comparison compared = shown.pair()
                    .orElseThrow(() -> ProblemException.invalid("outcome",
                            "This task has no pair: leave the outcome out, and answer its controls in \"answers\"."));
            if (answers.put(compared.control(), verdict) != null) {
                throw ProblemException.invalid("answers." + compared.control(),
                        "The outcome answers this pair already.");
            }
        }
        requireKnown(shown, answers.keySet());
        List<Object> regions = new ArrayList<>();
        for (Control control : shown.spec().controls()) {
            Object answer = answers.get(control.name());
            if (answer != null) {
                regions.add(region(control, value(control, answer, shown, recorded)));
            }
        }
        return regions;
    }

    /**
     * {@return what a result says, by slots; what the page could not have said is left out}
     *
     * @param result Label Studio's list of regions, as it was accepted or as somebody left it unfinished
     * @param recorded which candidate stands in which slot
     */
    public static SlotAnswers of(List<?> result, Shown shown, ShownOrder recorded) {
        Regions regions = Regions.of(result);
        Optional<String> pair = shown.pair().map(Comparison::control);
        SlotVerdict verdict = null;
        Map<String, Object> others = new LinkedHashMap<>();
        for (Control control : shown.spec().controls()) {
            Optional<Region> region = regions.answering(control).findFirst();
            if (region.isEmpty()) {
                continue;
            }
            Map<?, ?> value = region.get().value();
            if (pair.equals(Optional.of(control.name()))) {
                verdict = SlotVerdict.in(value, recorded.of(2)).orElse(null);
            } else if (TagType.PAIRWISE.is(control)) {
                SlotVerdict.in(value, recorded.of(2)).ifPresent(said -> others.put(control.name(), said.fields()));
            } else if (TagType.RANKER.is(control)) {
                ranked(control, region.get(), shown, recorded).ifPresent(said -> others.put(control.name(), said));
            } else {
                others.put(control.name(), value);
            }
        }
        return new SlotAnswers(verdict, others);
    }

    /**
     * {@return the regions of a result before that stay beside these answers: those that answer something else, and that the page could
     * not have said}
     */
    public List<Object> untouched(List<Object> before, Shown shown, ShownOrder recorded) {
        return before.stream().filter(region -> stays(region, shown, recorded)).toList();
    }

    private boolean stays(Object region, Shown shown, ShownOrder recorded) {
        String name = region instanceof Map<?, ?> keys ? String.valueOf(keys.get("from_name")) : "";
        boolean isAsked = shown.spec().control(name).flatMap(TagType::of).isPresent();
        SlotAnswers said = of(List.of(region), shown, recorded);
        boolean isSayable = isAsked && (said.pair() != null || !said.others().isEmpty());
        return !isSayable && !others.containsKey(name);
    }

    private static Optional<Map<String, Object>> ranked(Control control, Region region, Shown shown,
            ShownOrder recorded) {
        return shown.comparison(control.name()).flatMap(comparison -> {
            ShownOrder order = recorded.of(comparison.candidates().size());
            SlotBuckets sorted = SlotBuckets.shown(RankerValue.buckets(control, region.value()), comparison, order);
            return sorted.isEmpty()
                    ? Verdicts.ranking(control, comparison, region)
                            .map(said -> Map.of(RANKING, SlotRanking.shown(said.ranking(), order).groups()))
                    : Optional.of(Map.of(BUCKETS, sorted.slots()));
        });
    }

    /** {@return the fields of a verdict that say this: {@code outcome}, {@code slot}, {@code strength} and {@code answers}} */
    public Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>(pair == null ? Map.of() : pair.fields());
        fields.put("answers", others);
        return fields;
    }

    private static Map<String, Object> value(Control control, Object answer, Shown shown, ShownOrder recorded) {
        if (answer instanceof SlotVerdict verdict) {
            return verdict.value(recorded.of(2));
        }
        String field = "answers." + control.name();
        Map<String, Object> members = Json.asObject(answer);
        if (members == null) {
            throw ProblemException.invalid(field, "An answer must be an object.");
        }
        Optional<Comparison> comparison = shown.comparison(control.name());
        if (TagType.PAIRWISE.is(control)) {
            return verdict(field, members).value(recorded.of(2));
        }
        if (comparison.isPresent()) {
            int candidates = comparison.get().candidates().size();
            ShownOrder order = recorded.of(candidates);
            if (members.containsKey(BUCKETS)) {
                return SlotBuckets.of(field + "." + BUCKETS, members.get(BUCKETS), control, candidates)
                        .value(comparison.get(), order);
            }
            if (members.containsKey(RANKING)) {
                return SlotRanking.of(field + "." + RANKING, members.get(RANKING), candidates)
                        .value(control, comparison.get(), order);
            }
        }
        return members;
    }

    private static SlotVerdict verdict(String field, Map<String, Object> members) {
        try {
            return SlotVerdict.of(new Fields(members, false));
        } catch (ProblemException refused) {
            Violation first = refused.violations().get(0);
            throw ProblemException.invalid(field + "." + first.field(), first.message());
        }
    }

    /** Label Studio writes the control's own name for what a pair is about. */
    private static Map<String, Object> region(Control control, Map<String, Object> value) {
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("value", value);
        region.put("id", regionId());
        region.put("from_name", control.name());
        region.put("to_name",
                TagType.PAIRWISE.is(control) || control.toName().isEmpty() ? control.name() : control.toName().get(0));
        region.put("type", control.type());
        region.put("origin", "manual");
        return region;
    }

    private static void requireKnown(Shown shown, Set<String> answered) {
        for (String name : answered) {
            if (shown.spec().control(name).isEmpty()) {
                throw ProblemException.invalid("answers", "There is no control named %s.".formatted(Quoted.text(name)));
            }
        }
    }

    /** A judgement without an answer that the configuration demands would be half of one. */
    private void requireDemanded(Shown shown) {
        Set<String> answered = new HashSet<>();
        others.forEach((name, answer) -> {
            if (saysSomething(answer)) {
                answered.add(name);
            }
        });
        if (pair != null) {
            shown.pair().map(Comparison::control).ifPresent(answered::add);
        }
        String missing = shown.spec()
                .controls()
                .stream()
                .filter(control -> control.required() && !answered.contains(control.name()))
                .map(control -> Quoted.text(control.name()))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw ProblemException.invalid("answers",
                    "The labeling configuration demands an answer to %s besides. Answer it, or skip the task."
                            .formatted(missing));
        }
    }

    /** {@return whether an answer is more than an empty list or blank texts} */
    private static boolean saysSomething(@Nullable Object answer) {
        if (answer instanceof Map<?, ?> members) {
            return members.values().stream().anyMatch(SlotAnswers::saysSomething);
        }
        if (answer instanceof List<?> items) {
            return items.stream().anyMatch(SlotAnswers::saysSomething);
        }
        return answer != null && !answer.toString().isBlank();
    }

    private static String regionId() {
        return RANDOM.ints(REGION_ID_LENGTH, 0, REGION_ID_ALPHABET.length())
                .mapToObj(index -> String.valueOf(REGION_ID_ALPHABET.charAt(index)))
                .collect(Collectors.joining());
    }
}
