package org.prefstream.task.task;

import java.math.BigDecimal;

import org.jspecify.annotations.Nullable;

/**
 * What a prediction says.
 *
 * @param result Label Studio's result as compact JSON
 * @param score how sure the model is; null where it does not say
 */
public record PredictionContent(String result, @Nullable BigDecimal score, String modelVersion) {
}
