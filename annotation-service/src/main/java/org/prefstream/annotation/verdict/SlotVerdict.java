package org.prefstream.annotation.verdict;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.Outcome;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.tag.Selection;

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

    /**
     * {@return the Label Studio result that says the same in data order, as Label Studio's front end would write it}
     *
     * @param pairwise the Pairwise that was answered
     * @param order which candidate stood in which slot
     * @param regionId 10 characters of A–Z, a–z, 0–9, {@code _} and {@code -}
     */
    public List<Object> result(Control pairwise, ShownOrder order, String regionId) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("selected", selection(order).wire());
        if (strength != null) {
            value.put("strength", strength);
        }
        Map<String, Object> region = new LinkedHashMap<>();
        region.put("value", value);
        region.put("id", regionId);
        region.put("from_name", pairwise.name());
        region.put("to_name", pairwise.name());
        region.put("type", pairwise.type());
        region.put("origin", "manual");
        return List.of(region);
    }

    private Selection selection(ShownOrder order) {
        if (slot == null) {
            return Selection.undecided(outcome).orElseThrow();
        }
        return order.candidateAt(slot) == 0 ? Selection.LEFT : Selection.RIGHT;
    }
}
