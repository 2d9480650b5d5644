package org.prefstream.annotation.verdict;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Outcome;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.Selection;
import org.prefstream.labelstudio.tag.WholeNumbers;

/**
 * A verdict on a pair as the page sends it. It names places on the screen (slots), because the page knows neither the order of
 * the data nor the models.
 *
 * @param outcome anything but a ranking
 * @param slot for a preference the slot of the better candidate, 0 or 1; null with any other outcome
 * @param strength how much better, 1 to 3; null where nobody asked
 */
public record SlotVerdict(Outcome outcome, @Nullable Integer slot, @Nullable Integer strength) {

    public SlotVerdict {
        if (outcome == Outcome.RANKING) {
            throw ProblemException.invalid("outcome", "A pair's outcome is preference, tie, both_bad or cannot_judge.");
        }
        boolean prefers = outcome == Outcome.PREFERENCE;
        if (prefers ? slot == null || slot < 0 || slot > 1 : slot != null) {
            throw ProblemException.invalid("slot", "The slot must be 0 or 1 for a preference, and left out otherwise.");
        }
        if (strength != null && (!prefers || strength < 1 || strength > 3)) {
            throw ProblemException.invalid("strength", "The strength must be 1, 2 or 3 for a preference, or left out.");
        }
    }

    /** {@return the verdict with the fields {@code outcome}, {@code slot} and {@code strength}} */
    public static SlotVerdict of(Fields fields) {
        return new SlotVerdict(outcome(fields.text("outcome").orElse("")), integer(fields, "slot"),
                integer(fields, "strength"));
    }

    private static Outcome outcome(String word) {
        for (Outcome outcome : Outcome.values()) {
            if (outcome != Outcome.RANKING && outcome.name().toLowerCase(Locale.ROOT).equals(word)) {
                return outcome;
            }
        }
        throw ProblemException.invalid("outcome", "must be one of preference, tie, both_bad, cannot_judge, skip");
    }

    private static @Nullable Integer integer(Fields fields, String name) {
        return fields.whole(name).map(whole -> (int) Math.max(-1, Math.min(whole, 100))).orElse(null);
    }

    /** {@return what the value of a region says, by slots; nothing where it says nothing that the page could have said} */
    static Optional<SlotVerdict> in(Map<?, ?> value, ShownOrder order) {
        return Optional.ofNullable(value.get("selected"))
                .map(Object::toString)
                .flatMap(Selection::named)
                .map(selection -> selection.prefers()
                        ? new SlotVerdict(Outcome.PREFERENCE,
                                order.candidates().indexOf(selection == Selection.LEFT ? 0 : 1),
                                WholeNumbers.within(1, 3, value.get("strength")).orElse(null))
                        : new SlotVerdict(selection.outcome(), null, null));
    }

    /** {@return the fields as {@link #of} reads them} */
    Map<String, Object> fields() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("outcome", outcome.name().toLowerCase(Locale.ROOT));
        if (slot != null) {
            fields.put("slot", slot);
        }
        if (strength != null) {
            fields.put("strength", strength);
        }
        return fields;
    }

    /**
     * {@return what a Label Studio result holds that says the same in data order}
     *
     * @param order which candidate stood in which slot
     */
    public Map<String, Object> value(ShownOrder order) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("selected", selection(order).wire());
        if (strength != null) {
            value.put("strength", strength);
        }
        return value;
    }

    private Selection selection(ShownOrder order) {
        if (slot == null) {
            return Selection.undecided(outcome).orElseThrow();
        }
        return order.candidateAt(slot) == 0 ? Selection.LEFT : Selection.RIGHT;
    }
}
