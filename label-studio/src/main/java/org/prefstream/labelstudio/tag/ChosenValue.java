package org.prefstream.labelstudio.tag;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * What a result says of one option that was chosen: its value, or the path of values from the topmost option down to it where options may
 * stand below others ({@code allowNested}). Source: Label Studio, {@code resultValue} in web/libs/editor/src/tags/control/Choice.jsx.
 */
public final class ChosenValue {

    private ChosenValue() {
    }

    /** {@return the text under which a control lists an option with that path: the path as JSON} */
    public static String ofPath(List<?> path) {
        return Json.write(path);
    }

    /** {@return the text under which a control lists what was chosen; empty if it is neither a text nor a list of texts} */
    public static Optional<String> listed(@Nullable Object chosen) {
        if (chosen instanceof List<?> path && !path.isEmpty() && path.stream().allMatch(String.class::isInstance)) {
            return Optional.of(ofPath(path));
        }
        return chosen instanceof String value ? Optional.of(value) : Optional.empty();
    }
}
