package org.prefstream.labelstudio.tag;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.tag.AnswerRule.Answer;

/** What each control takes for an answer. */
final class AnswerRules {

    /** The most items that a ranking may list: each pair of them becomes a row. */
    static final int RANKED_MAX = 100;

    private AnswerRules() {
    }

    static void pairwise(Answer answer) {
        Map<?, ?> value = answer.value();
        if (!(value.get("selected") instanceof String selected)) {
            throw answer.invalid(".selected", "must be one of " + Selection.names());
        }
        if (Selection.named(selected).isEmpty()) {
            throw answer.invalid(".selected",
                    "must be one of %s; %s is not".formatted(Selection.names(), Quoted.text(selected)));
        }
        if (value.containsKey("strength") && WholeNumbers.within(1, 3, value.get("strength")).isEmpty()) {
            throw answer.invalid(".strength", "must be 1, 2 or 3, or left out");
        }
    }

    static void choices(Answer answer) {
        boolean nested = answer.control().nested();
        if (!(answer.value().get("choices") instanceof List<?> chosen)
                || !(nested || chosen.stream().allMatch(String.class::isInstance))) {
            throw answer.invalid(".choices", "must be a list of the values that were chosen");
        }
        List<String> offered = answer.control().choices();
        for (int i = 0; i < chosen.size(); i++) {
            String field = ".choices[" + i + "]";
            Object one = chosen.get(i);
            String listed = ChosenValue.listed(one)
                    .filter(value -> !nested || one instanceof List)
                    .orElseThrow(() -> answer.invalid(field,
                            "must be a list of values, from the topmost option down to the chosen one"));
            if (!offered.isEmpty() && !offered.contains(listed)) {
                throw answer.invalid(field, "does not offer %s; expected one of %s".formatted(Quoted.text(listed),
                        String.join(", ", offered)));
            }
        }
        if (!answer.control().multiple() && chosen.size() > 1 && !isOneWithAllBelow(chosen)) {
            throw answer.invalid(".choices", "takes a single choice, not " + chosen.size());
        }
    }

    /** In Label Studio, an option is chosen together with all that stands below it. */
    private static boolean isOneWithAllBelow(List<?> chosen) {
        return chosen.get(0) instanceof List<?> first && chosen.stream()
                .allMatch(one -> one instanceof List<?> path && path.size() >= first.size()
                        && path.subList(0, first.size()).equals(first));
    }

    static void rating(Answer answer) {
        int maxRating = answer.control().maxRating();
        BigDecimal stars = answer.value().get("rating") instanceof Number number
                ? new BigDecimal(number.toString())
                : BigDecimal.ZERO;
        boolean tooMany = maxRating > 0 && stars.compareTo(BigDecimal.valueOf(maxRating)) > 0;
        if (stars.compareTo(BigDecimal.ONE) < 0 || tooMany) {
            throw answer.invalid(".rating",
                    maxRating > 0 ? "must be a number from 1 to " + maxRating : "must be a number from 1 on");
        }
    }

    static void text(Answer answer) {
        Object text = answer.value().get("text");
        boolean isList = text instanceof List<?> texts && texts.stream().allMatch(String.class::isInstance);
        if (!isList && !(text instanceof String)) {
            throw answer.invalid(".text", "must be a string or a list of strings");
        }
    }

    static void number(Answer answer) {
        if (!(answer.value().get("number") instanceof Number)) {
            throw answer.invalid(".number", "must be a number");
        }
    }

    static void ranker(Answer answer) {
        Optional<List<?>> order = RankerValue.order(answer.control(), answer.value());
        if (order.isPresent()) {
            boolean isNamed = answer.value().get("ranker") instanceof Map<?, ?>;
            order(answer, isNamed ? ".ranker." + answer.control().name() : ".ranker", order.get());
        } else if (answer.value().get("ranker") instanceof Map<?, ?> buckets) {
            buckets(answer, buckets);
        } else {
            throw answer.invalid(".ranker", "must be a list of item ids, best first");
        }
    }

    private static void order(Answer answer, String field, List<?> places) {
        long items = places.stream().mapToLong(place -> place instanceof List<?> tied ? tied.size() : 1).sum();
        if (items > RANKED_MAX) {
            throw answer.invalid(field, "lists %d items; at most %d are taken".formatted(items, RANKED_MAX));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < places.size(); i++) {
            String place = field + "[" + i + "]";
            // those who share a place stand in a list of their own, which is ours
            List<?> tied = places.get(i) instanceof List<?> ids ? ids : Collections.singletonList(places.get(i));
            if (tied.isEmpty()) {
                throw answer.invalid(place,
                        "is an empty list; a place holds an id, or a list of ids that are equally good");
            }
            tied.forEach(id -> listed(answer, place, id, seen));
        }
    }

    private static void buckets(Answer answer, Map<?, ?> buckets) {
        List<String> offered = answer.control().choices();
        Set<String> seen = new HashSet<>();
        buckets.forEach((bucket, items) -> {
            if (!RankerValue.isOffered(bucket, offered)) {
                throw answer.invalid(".ranker", "has no bucket %s; expected %s".formatted(Quoted.text(bucket),
                        offered.isEmpty() ? "a list of item ids, best first" : "one of " + String.join(", ", offered)));
            }
            String field = ".ranker." + bucket;
            if (!(items instanceof List<?> ids)) {
                throw answer.invalid(field, "must be a list of the ids of the items in this bucket");
            }
            for (int i = 0; i < ids.size(); i++) {
                listed(answer, field + "[" + i + "]", ids.get(i), seen);
            }
        });
    }

    private static void listed(Answer answer, String place, @Nullable Object item, Set<String> seen) {
        String id = WholeNumbers.id(item).orElseThrow(() -> answer.invalid(place, "must be the id of a listed item"));
        if (!answer.isCandidate().test(id)) {
            throw answer.invalid(place, "has no item with the id " + Quoted.text(id));
        }
        if (!seen.add(id)) {
            throw answer.invalid(place, "lists %s twice".formatted(Quoted.text(id)));
        }
    }
}
