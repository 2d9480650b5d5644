package org.prefstream.task.task;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.result.OfferedValues;

/** The controls that an annotation has answered: name, object and type, and the offered value that was taken, parted by tabs. */
final class AnsweredControls {

    private AnsweredControls() {
    }

    /**
     * Names the controls of a result, each once.
     *
     * @return what PostgreSQL reads as {@code text[]}
     */
    static String of(@Nullable List<Object> result) {
        Stream<Object> answers = result == null ? Stream.empty() : result.stream();
        return answers.flatMap(AnsweredControls::in)
                .distinct()
                .map(control -> '"' + control.replace("\\", "\\\\").replace("\"", "\\\"") + '"')
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Stream<String> in(Object answer) {
        if (!(answer instanceof Map<?, ?> region) || region.get("from_name") == null) {
            return Stream.empty();
        }
        String control = Stream.of("from_name", "to_name", "type")
                .map(key -> column(region.get(key)))
                .collect(Collectors.joining("\t"));
        List<String> values = OfferedValues.in(region);
        return values.isEmpty() ? Stream.of(control) : values.stream().map(value -> control + "\t" + column(value));
    }

    private static String column(@Nullable Object value) {
        return Objects.toString(value, "").replace('\t', ' ');
    }
}
