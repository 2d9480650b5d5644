package org.prefstream.labelstudio.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.tag.AnswerRule;
import org.prefstream.labelstudio.tag.AnswerRule.Answer;
import org.prefstream.labelstudio.tag.Quoted;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;

/**
 * Tells whether a Label Studio result is a possible answer to what was shown. Keys that it does not know are left alone, and
 * so are values of controls that it does not know; {@code to_name} may be any string, because Label Studio's own front end
 * writes the control's name there.
 */
public final class ResultCheck {

    /** The longest result that is taken, as compact JSON in UTF-8. */
    public static final int BYTES_MAX = 1 << 20;

    private final ComparisonSpec spec;
    private final List<Comparison> comparisons;
    private final Set<String> compared = new HashSet<>();

    private ResultCheck(ComparisonSpec spec, List<Comparison> comparisons) {
        this.spec = spec;
        this.comparisons = comparisons;
    }

    /**
     * {@return the result, now known to be a list of regions that answer what was shown}
     *
     * @param spec as it is for the task
     * @param comparisons what was compared, one per comparing control
     * @throws ProblemException naming the field that contradicts what was shown
     */
    public static List<Object> accepted(ComparisonSpec spec, List<Comparison> comparisons, @Nullable Object result) {
        if (!(result instanceof List<?> regions)) {
            throw ProblemException.invalid("result", "The result must be a list of objects, one per answered control.");
        }
        StorableText.flawIn(regions, "result").ifPresent(flaw -> {
            throw ProblemException.invalid(flaw.path(), flaw.message());
        });
        int bytes = Json.write(regions).getBytes(StandardCharsets.UTF_8).length;
        if (bytes > BYTES_MAX) {
            throw ProblemException.invalid("result",
                    "The result is %d bytes long as compact JSON; at most %d are taken.".formatted(bytes, BYTES_MAX));
        }
        return new ResultCheck(spec, comparisons).regions(regions);
    }

    /**
     * Refuses an empty result, unless the person skipped or the project takes such.
     *
     * @throws ProblemException saying what to do instead
     */
    public static void requireAnswer(List<?> result, boolean skipped, boolean emptyAllowed) {
        if (result.isEmpty() && !skipped && !emptyAllowed) {
            throw ProblemException.invalid("result",
                    "This project takes no empty annotations (enable_empty_annotation is false): "
                            + "answer a control, or skip with was_cancelled.");
        }
    }

    private List<Object> regions(List<?> regions) {
        List<Object> accepted = new ArrayList<>();
        for (Object region : regions) {
            String field = "result[" + accepted.size() + "]";
            if (!(region instanceof Map<?, ?> keys)) {
                throw ProblemException.invalid(field,
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
            throw ProblemException.invalid(field + ".type",
                    "The type of an answer to \"%s\" must be \"%s\".".formatted(control.name(), control.type()));
        }
        if (region.containsKey("to_name") && !(region.get("to_name") instanceof String)) {
            throw ProblemException.invalid(field + ".to_name", "The to_name must be a string.");
        }
        if (!(region.get("value") instanceof Map<?, ?> value)) {
            throw ProblemException.invalid(field + ".value", "The value must be an object.");
        }
        if (TagType.compares(control) && !compared.add(control.name())) {
            throw ProblemException.invalid(field + ".from_name",
                    "\"%s\" is answered twice; one answer is expected.".formatted(control.name()));
        }
        AnswerRule rule = TagType.of(control).map(TagType::rule).orElse(AnswerRule.ANYTHING);
        rule.check(new Answer(field + ".value", control, value, id -> isCandidate(control, id)));
    }

    private boolean isCandidate(Control control, String id) {
        return comparisons.stream()
                .anyMatch(items -> items.control().equals(control.name()) && items.indexOf(id).isPresent());
    }

    private Control control(String field, @Nullable Object name) {
        String offered = spec.controls().isEmpty()
                ? "the configuration has no controls"
                : "expected one of " + spec.controls().stream().map(Control::name).collect(Collectors.joining(", "));
        if (!(name instanceof String text)) {
            throw ProblemException.invalid(field, "The from_name must be the name of a control: " + offered + ".");
        }
        return spec.control(text)
                .orElseThrow(() -> ProblemException.invalid(field,
                        "There is no control named %s: %s.".formatted(Quoted.text(text), offered)));
    }
}
