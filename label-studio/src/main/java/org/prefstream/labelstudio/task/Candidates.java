package org.prefstream.labelstudio.task;

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
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.tag.WholeNumbers;
import org.prefstream.labelstudio.task.Comparison.Candidate;

/**
 * Finds the candidates of a control in a task's data. A Pairwise compares the objects that it names, each with
 * {@code <key>_model} as its model. A Ranker compares the items of its list, each with the item's {@code model}.
 */
final class Candidates {

    /** Where an item of a list keeps its answer; the first that is there counts. */
    private static final List<String> ITEM_CONTENT = List.of("body", "html", "text", "title");

    private Candidates() {
    }

    /** @param spec as it is for the task */
    static List<Candidate> of(ComparisonSpec spec, Control control, Map<String, Object> data) {
        Stream<ShownObject> objects = control.toName().stream().map(spec::object).flatMap(Optional::stream);
        return TagType.RANKER.is(control)
                ? objects.flatMap(object -> items(object, data).stream()).toList()
                : objects.map(object -> whole(object, data)).toList();
    }

    private static Candidate whole(ShownObject object, Map<String, Object> data) {
        ValueExpression value = ValueExpression.of(object.value());
        return new Candidate(object.name(), model(value, data), ShownContent.of(object, value.read(data)).json());
    }

    /** For {@code $answer1} it is {@code answer1_model}; for {@code $answers[0].text} the {@code model} beside it. */
    private static String model(ValueExpression value, Map<String, Object> data) {
        List<String> paths = value.paths(data);
        if (paths.size() != 1) {
            return "";
        }
        String path = paths.get(0);
        Object model = DataPath.read(data, path + "_model");
        int dot = path.lastIndexOf('.');
        return textOrEmpty(model == null && dot > 0 ? DataPath.read(data, path.substring(0, dot) + ".model") : model);
    }

    private static List<Candidate> items(ShownObject object, Map<String, Object> data) {
        List<Candidate> candidates = new ArrayList<>();
        if (!(ValueExpression.of(object.value()).read(data) instanceof List<?> items)) {
            return candidates;
        }
        for (Object item : items) {
            String place = Integer.toString(candidates.size());
            candidates.add(item instanceof Map<?, ?> fields
                    ? new Candidate(WholeNumbers.id(fields.get("id")).orElse(place), textOrEmpty(fields.get("model")),
                            ShownContent.of(object, body(fields)).json())
                    : new Candidate(place, "", ShownContent.of(object, item).json()));
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
