package org.prefstream.task.generation;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.generation.AnswerPlaces.Place;

/**
 * An answer with where it came from, about to be stored.
 *
 * @param tookMillis how long it took, in milliseconds
 */
record GivenAnswer(
        long task,
        Place place,
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

    BigDecimal cost() {
        Integer in = answer.tokensIn();
        Integer out = answer.tokensOut();
        return source.cost(in == null ? 0 : in, out == null ? 0 : out);
    }
}
