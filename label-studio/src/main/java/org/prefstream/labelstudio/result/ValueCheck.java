package org.prefstream.labelstudio.result;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;

/** Tells whether a region's value is an answer that its control offers. */
record ValueCheck(String field, Control control, List<Comparison> comparisons) {

    /** The most items that a ranking may list: each pair of them becomes a row. */
    static final int RANKED_MAX = 100;

    private static final int QUOTED_CHARACTERS_MAX = 80;

    void check(Map<?, ?> value) {
        switch (control.type()) {
            case "pairwise" -> pairwise(value);
            case "choices" -> choices(value.get("choices"));
            case "rating" -> rating(value.get("rating"));
            case "textarea" -> text(value.get("text"));
            case "ranker" -> ranker(value.get("ranker"));
            default -> {
                // a control that only its own front end understands: kept as it was sent
            }
        }
    }

    private void pairwise(Map<?, ?> value) {
        if (!(value.get("selected") instanceof String selected)) {
            throw invalid(".selected", "must be one of " + Selection.names());
        }
        if (Selection.named(selected).isEmpty()) {
            throw invalid(".selected", "must be one of %s; %s is not".formatted(Selection.names(), quoted(selected)));
        }
        if (value.containsKey("strength") && WholeNumbers.within(1, 3, value.get("strength")).isEmpty()) {
            throw invalid(".strength", "must be 1, 2 or 3, or left out");
        }
    }

    private void choices(@Nullable Object values) {
        if (!(values instanceof List<?> chosen) || !chosen.stream().allMatch(String.class::isInstance)) {
            throw invalid(".choices", "must be a list of the values that were chosen");
        }
        for (int i = 0; i < chosen.size(); i++) {
            if (!control.choices().isEmpty() && !control.choices().contains(chosen.get(i))) {
                throw invalid(".choices[" + i + "]", "does not offer %s; expected one of %s"
                        .formatted(quoted(chosen.get(i)), String.join(", ", control.choices())));
            }
        }
        if (!control.multiple() && chosen.size() > 1) {
            throw invalid(".choices", "takes a single choice, not " + chosen.size());
        }
    }

    private void rating(@Nullable Object rating) {
        BigDecimal stars = rating instanceof Number number ? new BigDecimal(number.toString()) : BigDecimal.ZERO;
        boolean tooMany = control.maxRating() > 0 && stars.compareTo(BigDecimal.valueOf(control.maxRating())) > 0;
        if (stars.compareTo(BigDecimal.ONE) < 0 || tooMany) {
            throw invalid(".rating",
                    control.maxRating() > 0
                            ? "must be a number from 1 to " + control.maxRating()
                            : "must be a number from 1 on");
        }
    }

    private void text(@Nullable Object text) {
        boolean isList = text instanceof List<?> texts && texts.stream().allMatch(String.class::isInstance);
        if (!isList && !(text instanceof String)) {
            throw invalid(".text", "must be a string or a list of strings");
        }
    }

    private void ranker(@Nullable Object ranking) {
        if (ranking instanceof Map<?, ?>) {
            return; // buckets sort items without saying which bucket is better
        }
        if (!(ranking instanceof List<?> ids)) {
            throw invalid(".ranker", "must be a list of item ids, best first");
        }
        if (ids.size() > RANKED_MAX) {
            throw invalid(".ranker", "lists %d items; at most %d are taken".formatted(ids.size(), RANKED_MAX));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            ranked(".ranker[" + i + "]", ids.get(i), seen);
        }
    }

    private void ranked(String place, @Nullable Object item, Set<String> seen) {
        String id = Candidates.id(item).orElseThrow(() -> invalid(place, "must be the id of a listed item"));
        if (comparisons.stream()
                .noneMatch(items -> items.control().equals(control.name()) && items.indexOf(id).isPresent())) {
            throw invalid(place, "has no item with the id " + quoted(id));
        }
        if (!seen.add(id)) {
            throw invalid(place, "lists %s twice".formatted(quoted(id)));
        }
    }

    private ProblemException invalid(String path, String message) {
        return ProblemException.invalid(field + path,
                "\"%s\" (%s) %s.".formatted(control.name(), control.type(), message));
    }

    /** {@return the sender's value as an error message may repeat it: in quotes, and not longer than a line} */
    static String quoted(Object value) {
        String text = value.toString();
        boolean isLong = text.codePointCount(0, text.length()) > QUOTED_CHARACTERS_MAX;
        return '"' + (isLong ? text.substring(0, text.offsetByCodePoints(0, QUOTED_CHARACTERS_MAX)) + "…" : text) + '"';
    }
}
