package org.prefstream.labelstudio.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.RequiredFields;
import org.prefstream.labelstudio.task.ValueExpression;

/**
 * Data of a task as a labeling configuration shows it, to see what it looks like: the example in a comment of the configuration, or
 * texts that Label Studio's sample task has too.
 */
public final class SampleTask {

    private static final String WORDS = "Sample: Your text will go here.";

    private SampleTask() {
    }

    /** {@return the data; empty if the configuration reads it in a way for which nothing can be made up} */
    public static Optional<Map<String, Object>> of(String xml, ComparisonSpec spec) {
        return ExampleData.in(xml)
                .or(() -> Optional.of(madeUp(spec)))
                .filter(data -> RequiredFields.of(spec).flaw(data).isEmpty());
    }

    private static Map<String, Object> madeUp(ComparisonSpec spec) {
        Map<String, Object> data = new LinkedHashMap<>();
        for (ShownObject object : spec.objects()) {
            for (String variable : ValueExpression.of(object.value()).variables()) {
                data.put(variable, value(object));
            }
        }
        return data;
    }

    private static Object value(ShownObject object) {
        return switch (TagType.named(object.tag()).orElse(TagType.TEXT)) {
            case PARAGRAPHS -> List.of(turn(object, "author", "text", "Alice"), turn(object, "author", "text", "Bob"));
            case CHAT ->
                List.of(Map.of("role", "user", "content", WORDS), Map.of("role", "assistant", "content", WORDS));
            case LIST -> List.of(item("1"), item("2"));
            default -> WORDS;
        };
    }

    private static Map<String, Object> turn(ShownObject object, String name, String text, String speaker) {
        return Map.of(orElse(object.nameKey(), name), speaker, orElse(object.textKey(), text), WORDS);
    }

    private static Map<String, Object> item(String id) {
        return Map.of("id", id, "title", "Sample " + id, "body", WORDS);
    }

    private static String orElse(@Nullable String written, String usual) {
        return written == null ? usual : written;
    }
}
