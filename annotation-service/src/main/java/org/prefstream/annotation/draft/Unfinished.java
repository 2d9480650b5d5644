package org.prefstream.annotation.draft;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.json.StorableText;
import org.prefstream.labelstudio.result.ResultCheck;

/**
 * What somebody has answered so far. It need not fit what is asked: it is checked when it is submitted.
 *
 * @param result Label Studio's list of regions
 * @param leadTime seconds of work so far; null where nobody measured it
 * @param postponed whether the author put the task off
 */
record Unfinished(List<Object> result, @Nullable BigDecimal leadTime, boolean postponed) {

    Unfinished {
        result = List.copyOf(result);
        if (Json.write(result).getBytes(StandardCharsets.UTF_8).length > ResultCheck.BYTES_MAX) {
            throw ProblemException.invalid("result",
                    "The result is too long; at most %d bytes are taken.".formatted(ResultCheck.BYTES_MAX));
        }
    }

    /** {@return the work that was sent; refused without a result} */
    static Unfinished of(Fields fields) {
        return new Unfinished(result(fields), fields.notNegative("lead_time").orElse(null),
                fields.flag("was_postponed").orElse(false));
    }

    /** {@return this work, changed as far as something was sent} */
    Unfinished with(Fields fields) {
        return new Unfinished(fields.has("result") ? result(fields) : result,
                fields.has("lead_time") ? fields.notNegative("lead_time").orElse(null) : leadTime,
                fields.flag("was_postponed").orElse(postponed));
    }

    private static List<Object> result(Fields fields) {
        Object sent = fields.json("result")
                .orElseThrow(() -> ProblemException.invalid("result", "This field is required."));
        if (!(sent instanceof List<?> regions) || !regions.stream().allMatch(Map.class::isInstance)) {
            throw ProblemException.invalid("result", "The result must be a list of objects, one per answered control.");
        }
        StorableText.flawIn(regions, "result").ifPresent(flaw -> {
            throw ProblemException.invalid(flaw.path(), flaw.message());
        });
        return List.copyOf(regions);
    }
}
