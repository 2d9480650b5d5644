package org.prefstream.labelstudio.config;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

/**
 * The task that stands as an example in a comment of a labeling configuration, as Label Studio's templates have it:
 * {@code <!-- {"data": {"prompt": "…"}} -->}.
 */
public final class ExampleData {

    private static final Pattern COMMENT = Pattern.compile("<!--(.*?)-->", Pattern.DOTALL);

    private ExampleData() {
    }

    /** {@return the data of the first comment that has some; empty if no comment is such an example} */
    public static Optional<Map<String, Object>> in(String xml) {
        return COMMENT.matcher(xml).results().map(ExampleData::data).filter(Objects::nonNull).findFirst();
    }

    /** A comment is for people, so whatever else it says is no error. */
    private static @Nullable Map<String, Object> data(MatchResult comment) {
        try {
            return Json.asObject(Json.readObject(comment.group(1)).get("data"));
        } catch (UncheckedIOException e) {
            return null;
        }
    }
}
