package org.prefstream.e2e.support;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Bodies of submits, as clients of Label Studio write them. */
public final class Judgement {

    private Judgement() {
    }

    /** {@return a body that takes a side: {@code left}, {@code right}, or one of Prefstream's own outcomes} */
    public static Map<String, Object> of(String selected) {
        return withResult(pairwise(Map.of("selected", selected)));
    }

    /** {@return the body with one more field} */
    public static Map<String, Object> and(Map<String, Object> body, String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(body);
        more.put(field, value);
        return more;
    }

    /** {@return a body with these regions as its result} */
    public static Map<String, Object> withResult(Object... regions) {
        return new LinkedHashMap<>(Map.of("result", List.of(regions), "lead_time", 1.5));
    }

    /** {@return a region of the Pairwise of {@link Project#CONFIGURATION}} */
    public static Map<String, Object> pairwise(Map<String, Object> value) {
        return region("comparison", "comparison", "pairwise", value);
    }

    public static Map<String, Object> region(String from, String to, String type, Map<String, Object> value) {
        return Map.of("from_name", from, "to_name", to, "type", type, "origin", "manual", "value", value);
    }
}
