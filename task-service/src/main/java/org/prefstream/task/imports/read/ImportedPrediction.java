package org.prefstream.task.imports.read;

import java.math.BigDecimal;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * What a model would answer to a task.
 *
 * @param result Label Studio's result: objects as they were sent
 * @param score how sure the model is; null where it does not say
 * @param modelVersion the model; {@code undefined} where it does not say, as in Label Studio
 */
public record ImportedPrediction(List<Object> result, @Nullable BigDecimal score, String modelVersion) {

    private static final String UNKNOWN_MODEL = "undefined";

    public ImportedPrediction {
        result = List.copyOf(result);
    }

    /**
     * Reads a prediction in Label Studio's form.
     *
     * @param json as it was sent
     * @param path what messages call it, such as {@code predictions[0]}
     * @throws IllegalArgumentException naming the member that is wrong and what would be right
     */
    public static ImportedPrediction of(@Nullable Object json, String path) {
        Members members = Members.of(json, path);
        BigDecimal score = members.numberOrItsText("score");
        if (score != null && Double.isInfinite(score.doubleValue())) {
            throw members.flaw("score", "must be a number that a double can hold, or null");
        }
        return new ImportedPrediction(members.objects("result"), score, modelVersion(members));
    }

    /** Models are often named by the time at which they were trained, which scripts send as a number. */
    private static String modelVersion(Members members) {
        Object model = members.get("model_version");
        BigDecimal number = Json.asNumber(model);
        if (number != null) {
            return number.toPlainString();
        }
        if (model != null && !(model instanceof String)) {
            throw members.flaw("model_version", "must be a text or a number");
        }
        return model instanceof String text ? text : UNKNOWN_MODEL;
    }
}
