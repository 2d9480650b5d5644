package org.prefstream.task.generation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

import org.prefstream.labelstudio.json.Json;

/**
 * An answer with where it came from, about to be stored.
 *
 * @param tookMillis how long it took, in milliseconds
 */
record GivenAnswer(
        long task,
        Questions.Part part,
        Source source,
        String baseUrl,
        long seed,
        ChatAnswer answer,
        long tookMillis) {

    /** {@return how the model was told to answer, as JSON} */
    String sampling() {
        Map<String, Object> all = new LinkedHashMap<>(source.sampling());
        if (!source.system().isEmpty()) {
            all.put("system", source.system());
        }
        return Json.write(all);
    }

    /** {@return how many tokens were read; 0 where the server does not say} */
    int tokensIn() {
        return Objects.requireNonNullElse(answer.tokensIn(), 0);
    }

    /** {@return how many were written; 0 where the server does not say} */
    int tokensOut() {
        return Objects.requireNonNullElse(answer.tokensOut(), 0);
    }

    BigDecimal cost() {
        return source.cost(tokensIn(), tokensOut());
    }
}
