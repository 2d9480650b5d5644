package org.prefstream.task.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.task.importing.CompactJson;

/** Whether an imported result is an answer to what the labeling configuration asks. */
final class ResultRules {

    private static final Set<String> SELECTED = Set.of("left", "right", "tie", "both_bad", "cannot_judge");
    private static final int STRENGTH_MOST = 3;

    private final ComparisonSpec spec;

    ResultRules(ComparisonSpec spec) {
        this.spec = spec;
    }

    /** {@return what is wrong with a result and where; null if nothing is} */
    @Nullable
    String flaw(List<Object> result) {
        for (int i = 0; i < result.size(); i++) {
            Map<String, Object> region = CompactJson.asObject(result.get(i));
            String flaw = region == null ? " must be an object" : flaw(region);
            if (flaw != null) {
                return "result[" + i + "]" + flaw;
            }
        }
        return null;
    }

    private @Nullable String flaw(Map<String, Object> region) {
        Control control = spec.control(String.valueOf(region.get("from_name"))).orElse(null);
        if (control == null) {
            return ".from_name " + region.get("from_name") + " is no control of the labeling configuration (here: "
                    + spec.controls().stream().map(Control::name).collect(Collectors.joining(", ")) + ")";
        }
        if (!control.type().equals(region.get("type"))) {
            return ".type must be \"" + control.type() + "\", the type of " + control.name();
        }
        Map<String, Object> value = CompactJson.asObject(region.get("value"));
        return value == null ? ".value must be an object" : flaw(control, value);
    }

    private static @Nullable String flaw(Control control, Map<String, Object> value) {
        return switch (control.type()) {
            case "pairwise" -> pairwise(value);
            case "choices" -> choices(control, value.get("choices"));
            case "rating" -> isWhole(value.get("rating"), control.maxRating())
                    ? null
                    : ".value.rating must be a whole number from 1 to " + control.maxRating();
            case "textarea" -> isText(value.get("text")) ? null : ".value.text must be a text or a list of texts";
            case "ranker" -> value.get("ranker") instanceof List || value.get("ranker") instanceof Map
                    ? null
                    : ".value.ranker must be a list of ids, or an object of such lists";
            default -> null;
        };
    }

    private static @Nullable String pairwise(Map<String, Object> value) {
        Object selected = value.get("selected");
        if (!(selected instanceof String && SELECTED.contains(selected))) {
            return ".value.selected must be left, right, tie, both_bad or cannot_judge, not " + selected;
        }
        return value.get("strength") == null || isWhole(value.get("strength"), STRENGTH_MOST)
                ? null
                : ".value.strength must be a whole number from 1 to " + STRENGTH_MOST;
    }

    private static @Nullable String choices(Control control, @Nullable Object chosen) {
        if (!(chosen instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            return ".value.choices must be a list of texts";
        }
        if (!control.multiple() && list.size() > 1) {
            return ".value.choices must hold one choice";
        }
        for (Object choice : list) {
            if (!control.choices().isEmpty() && !control.choices().contains(choice)) {
                return ".value.choices: \"" + choice + "\" is not offered (here: "
                        + String.join(", ", control.choices()) + ")";
            }
        }
        return null;
    }

    private static boolean isWhole(@Nullable Object value, int most) {
        return value instanceof Integer number && number >= 1 && number <= most;
    }

    private static boolean isText(@Nullable Object value) {
        return value instanceof String
                || (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance));
    }
}
