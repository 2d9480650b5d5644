package org.prefstream.annotation.testing;

import java.util.List;
import java.util.Map;

/** Label Studio results about the tasks of {@link World}. */
public final class Results {

    private Results() {
    }

    /** {@return the judgement that one side is better, {@code left} or {@code right}, or any other selection} */
    public static List<Object> selected(String selected) {
        return List.of(region("comparison", "pairwise", Map.of("selected", selected)));
    }

    /** {@return the judgement that one side is better by 1 to 3} */
    public static List<Object> selected(String selected, int strength) {
        return List.of(region("comparison", "pairwise", Map.of("selected", selected, "strength", strength)));
    }

    /** {@return one region, as Label Studio's front end writes it} */
    public static Map<String, Object> region(String control, String type, Map<String, Object> value) {
        return Map.of("id", "abcdefghij", "from_name", control, "to_name", control, "type", type, "origin", "manual",
                "value", value);
    }
}
