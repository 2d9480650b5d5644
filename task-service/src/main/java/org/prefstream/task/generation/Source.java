package org.prefstream.task.generation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A model as it is asked: one of the sources of a project's answers. What is null is not sent, so the server chooses it.
 *
 * @param model the name that the server knows it by
 * @param temperature 0 to 2
 * @param topP above 0, 1 at most
 * @param maxTokens the longest answer
 * @param system what the model is told before the prompt; empty for nothing
 * @param seed what the seeds of its requests are counted from
 * @param inputPrice the price of a million tokens that are read, in whatever currency; 0 where nobody says
 * @param outputPrice the price of a million tokens that are written
 */
record Source(
        @JsonProperty("model") String model,
        @JsonProperty("temperature") @Nullable BigDecimal temperature,
        @JsonProperty("top_p") @Nullable BigDecimal topP,
        @JsonProperty("max_tokens") @Nullable Integer maxTokens,
        @JsonProperty("system") String system,
        @JsonProperty("seed") long seed,
        @JsonProperty("input_price") BigDecimal inputPrice,
        @JsonProperty("output_price") BigDecimal outputPrice) {

    private static final int MODEL_LONGEST = 200;
    private static final int SYSTEM_LONGEST = 20_000;
    private static final int TOKENS_MAX = 1_000_000;
    private static final BigDecimal TEMPERATURE_MAX = BigDecimal.valueOf(2);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    /** {@return the source that was sent} */
    static Source of(Fields sent, String place) {
        String model = sent.text("model", MODEL_LONGEST).orElse("").strip();
        if (model.isEmpty()) {
            throw ProblemException.invalid(place + ".model", "Name the model, as the server calls it.");
        }
        return new Source(model, within(sent, "temperature", place, TEMPERATURE_MAX),
                within(sent, "top_p", place, BigDecimal.ONE),
                sent.whole("max_tokens", 1, TOKENS_MAX).map(Long::intValue).orElse(null),
                sent.text("system", SYSTEM_LONGEST).orElse(""), sent.whole("seed", 0, Integer.MAX_VALUE).orElse(0L),
                sent.notNegative("input_price").orElse(BigDecimal.ZERO),
                sent.notNegative("output_price").orElse(BigDecimal.ZERO));
    }

    private static @Nullable BigDecimal within(Fields sent, String name, String place, BigDecimal most) {
        BigDecimal value = sent.notNegative(name).orElse(null);
        if (value != null && value.compareTo(most) > 0) {
            throw ProblemException.invalid(place + "." + name, "Must be from 0 to " + most + ".");
        }
        return value;
    }

    /** {@return the body of a request, as the chat completions of OpenAI have it; {@code n} is not sent, since servers ignore it} */
    Map<String, Object> request(List<Map<String, Object>> messages, long requestSeed) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("model", model);
        body.put("messages", messages);
        body.putAll(sampling());
        body.put("seed", requestSeed);
        body.put("stream", false);
        return body;
    }

    /** {@return what is set of how it samples, by the names of a request} */
    Map<String, Object> sampling() {
        Map<String, Object> set = new LinkedHashMap<>();
        putIfSet(set, "temperature", temperature);
        putIfSet(set, "top_p", topP);
        putIfSet(set, "max_tokens", maxTokens);
        return set;
    }

    private static void putIfSet(Map<String, Object> set, String name, @Nullable Object value) {
        if (value != null) {
            set.put(name, value);
        }
    }

    /** {@return what an answer cost, by the prices that were said} */
    BigDecimal cost(long tokensIn, long tokensOut) {
        return inputPrice.multiply(BigDecimal.valueOf(tokensIn))
                .add(outputPrice.multiply(BigDecimal.valueOf(tokensOut)))
                .divide(MILLION, MathContext.DECIMAL64);
    }
}
