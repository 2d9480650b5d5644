package org.prefstream.annotation.verdict;

import static org.prefstream.annotation.verdict.ResultInvalid.quoted;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;

/**
 * Tells whether a Label Studio result is a possible answer to what was shown. Keys that it does not know are left alone, and
 * so are values of controls that it does not know; {@code to_name} may be any string, because Label Studio's own front end
 * writes the control's name there.
 */
public final class ResultCheck {

    /** The longest result that is taken, as compact JSON in UTF-8. */
    public static final int BYTES_MAX = 1 << 20;

    private final Shown shown;
    private final Set<String> compared = new HashSet<>();

    private ResultCheck(Shown shown) {
        this.shown = shown;
    }

    /**
     * {@return the result, now known to be a list of regions that answer what was shown}
     *
     * @throws ResultInvalid naming the field that contradicts what was shown
     */
    public static List<Object> accepted(Shown shown, @Nullable Object result) {
        if (!(result instanceof List<?> regions)) {
            throw new ResultInvalid("result", "The result must be a list of objects, one per answered control.");
        }
        TextCheck.storable("result", regions);
        long bytes = Json.bytes(regions);
        if (bytes > BYTES_MAX) {
            throw new ResultInvalid("result",
                    "The result is %d bytes long as compact JSON; at most %d are taken.".formatted(bytes, BYTES_MAX));
        }
        return new ResultCheck(shown).regions(regions);
    }

    private List<Object> regions(List<?> regions) {
        List<Object> accepted = new ArrayList<>();
        for (Object region : regions) {
            String field = "result[" + accepted.size() + "]";
            if (!(region instanceof Map<?, ?> keys)) {
                throw new ResultInvalid(field,
                        "Each item of the result must be an object with from_name, type and value.");
            }
            check(field, keys);
            accepted.add(region);
        }
        return accepted;
    }

    private void check(String field, Map<?, ?> region) {
        Control control = control(field + ".from_name", region.get("from_name"));
        if (!control.type().equals(region.get("type"))) {
            throw new ResultInvalid(field + ".type", "The type of an answer to \"%s\" must be \"%s\"."
                    .formatted(control.name(), control.type()));
        }
        if (region.containsKey("to_name") && !(region.get("to_name") instanceof String)) {
            throw new ResultInvalid(field + ".to_name", "The to_name must be a string.");
        }
        if (!(region.get("value") instanceof Map<?, ?> value)) {
            throw new ResultInvalid(field + ".value", "The value must be an object.");
        }
        if (control.compares() && !compared.add(control.name())) {
            throw new ResultInvalid(field + ".from_name",
                    "\"%s\" is answered twice; one answer is expected.".formatted(control.name()));
        }
        ValueCheck.of(field + ".value", control, shown).check(value);
    }

    private Control control(String field, @Nullable Object name) {
        ComparisonSpec spec = shown.spec();
        String offered = spec.controls().isEmpty()
                ? "the configuration has no controls"
                : "expected one of " + spec.controls().stream().map(Control::name).collect(Collectors.joining(", "));
        if (!(name instanceof String text)) {
            throw new ResultInvalid(field, "The from_name must be the name of a control: " + offered + ".");
        }
        return spec.control(text).orElseThrow(() -> new ResultInvalid(field,
                "There is no control named %s: %s.".formatted(quoted(text), offered)));
    }
}
