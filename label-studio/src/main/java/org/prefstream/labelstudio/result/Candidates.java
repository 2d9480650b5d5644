package org.prefstream.labelstudio.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.labelstudio.result.Comparison.Candidate;

/**
 * Finds the candidates of a control in a task's data. An object is one candidate, with {@code <field>_model} as its model; a
 * List holds one candidate per item, with the item's {@code model}.
 */
public final class Candidates {

    /** Where an item of a List keeps its answer; the first that is there counts. */
    private static final List<String> ITEM_CONTENT = List.of("body", "html", "title");

    private Candidates() {
    }

    static List<Candidate> of(ComparisonSpec spec, Control control, Map<String, Object> data) {
        return control.toName()
                .stream()
                .map(spec::object)
                .flatMap(Optional::stream)
                .flatMap(object -> shownBy(object, data))
                .toList();
    }

    /** {@return what an object shows of that data; null where the data lacks it} */
    public static @Nullable Object contentOf(ShownObject object, Map<String, Object> data) {
        return object.field() == null ? object.literal() : data.get(object.field());
    }

    /** {@return an item's id as results write it: a text, or a whole number} */
    public static Optional<String> id(@Nullable Object id) {
        return id instanceof String text ? Optional.of(text) : WholeNumbers.of(id).map(Object::toString);
    }

    private static Stream<Candidate> shownBy(ShownObject object, Map<String, Object> data) {
        Object content = contentOf(object, data);
        if (object.tag().equalsIgnoreCase("List") && content instanceof List<?> items) {
            return items(items).stream();
        }
        Object model = object.field() == null ? null : data.get(object.field() + "_model");
        return Stream.of(new Candidate(object.name(), textOrEmpty(model), content));
    }

    private static List<Candidate> items(List<?> items) {
        List<Candidate> candidates = new ArrayList<>();
        for (Object item : items) {
            String place = Integer.toString(candidates.size());
            candidates.add(item instanceof Map<?, ?> fields
                    ? new Candidate(id(fields.get("id")).orElse(place), textOrEmpty(fields.get("model")), body(fields))
                    : new Candidate(place, "", item));
        }
        return candidates;
    }

    private static Object body(Map<?, ?> item) {
        return ITEM_CONTENT.stream()
                .map(key -> (Object) item.get(key))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(item);
    }

    private static String textOrEmpty(@Nullable Object value) {
        return value instanceof String text ? text : "";
    }
}
