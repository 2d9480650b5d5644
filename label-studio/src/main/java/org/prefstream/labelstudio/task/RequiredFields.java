package org.prefstream.labelstudio.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;

/**
 * What every task's data must have, because the project's labeling configuration shows it: a task that lacks it would be
 * shown half.
 */
public final class RequiredFields {

    /** How Label Studio says that it took the item's {@code data} for the task's data. */
    private static final String WRAPPED = " [assume: item[\"data\"] = task root with values]";
    /** How Label Studio says that it took the whole item for the task's data; its text ends with a space. */
    private static final String FLAT = " [assume: item as is = task root with values] ";

    private static final String TOO_MANY = "Its lists make the Repeaters show more than " + Expansion.PARTS_MAX
            + " tags";

    private final ComparisonSpec spec;
    private final List<ValueExpression> fixed;
    /** The Repeaters around what is repeated, the outermost first. */
    private final List<List<Repeat>> repeaters;

    private RequiredFields(ComparisonSpec spec) {
        this.spec = spec;
        this.fixed = values(
                new ComparisonSpec(spec.objects().stream().filter(object -> object.repeats().isEmpty()).toList(),
                        spec.controls().stream().filter(control -> control.repeats().isEmpty()).toList()));
        this.repeaters = Stream
                .concat(spec.objects().stream().map(ShownObject::repeats),
                        spec.controls().stream().map(Control::repeats))
                .filter(repeats -> !repeats.isEmpty())
                .distinct()
                .toList();
    }

    /** {@return what tasks need to be shown as a spec says, a pattern included} */
    public static RequiredFields of(ComparisonSpec spec) {
        return new RequiredFields(spec);
    }

    /** {@return what tasks need beside the answers that are compared, where these come later} */
    public static RequiredFields besideCandidates(ComparisonSpec spec) {
        return of(new ComparisonSpec(
                spec.objects().stream().filter(object -> object.shownAs() != ShownAs.CANDIDATE).toList(),
                spec.controls()));
    }

    /**
     * Checks the data of a task.
     *
     * @param flat whether the whole item was taken for the data
     * @return Label Studio's message for the first path that is missing or null; empty if the data will do
     */
    public Optional<String> flaw(Map<String, Object> data, boolean flat) {
        return flaw(data).map(what -> what + (flat ? FLAT : WRAPPED));
    }

    /** {@return what is missing or null first, in a sentence for people; empty if the data will do} */
    public Optional<String> flaw(Map<String, Object> data) {
        Optional<String> flaw = first(fixed, data);
        if (flaw.isEmpty() && !repeaters.isEmpty()) {
            flaw = repeaters.stream()
                    .flatMap(repeats -> noList(repeats, data).stream())
                    .findFirst()
                    .or(() -> ofRepetitions(data));
        }
        return flaw;
    }

    private Optional<String> ofRepetitions(Map<String, Object> data) {
        ComparisonSpec repeated = Expansion.of(spec, data);
        return repeated.objects().size() + repeated.controls().size() >= Expansion.PARTS_MAX
                ? Optional.of(TOO_MANY)
                : first(values(repeated), data);
    }

    /** What a Repeater within another repeats for must be a list in each repetition of the outer one. */
    private static Optional<String> noList(List<Repeat> repeats, Map<String, Object> data) {
        List<List<Repeat>> repetitions = List.of(List.of());
        for (Repeat next : repeats) {
            List<List<Repeat>> inside = new ArrayList<>();
            for (List<Repeat> around : repetitions) {
                String on = Expansion.filled(next.on(), around);
                Optional<String> flaw = noList(on, data);
                if (flaw.isPresent()) {
                    return flaw;
                }
                int count = Expansion.count(next, around, data);
                if (inside.size() + count > Expansion.PARTS_MAX) {
                    return Optional.of(TOO_MANY);
                }
                IntStream.range(0, count)
                        .mapToObj(index -> Stream
                                .concat(around.stream(), Stream.of(new Repeat(next.repeater(), on, next.flag(), index)))
                                .toList())
                        .forEach(inside::add);
            }
            repetitions = inside;
        }
        return Optional.empty();
    }

    private static Optional<String> noList(String list, Map<String, Object> data) {
        ValueExpression on = ValueExpression.of(list);
        Optional<String> missing = on.missingIn(data);
        if (missing.isPresent()) {
            return missing.map(path -> absent(path, data));
        }
        return on.read(data) instanceof List<?>
                ? Optional.empty()
                : Optional.of("\"" + String.join("", on.variables())
                        + "\" must be a list, because the Repeater shows something for each of its items");
    }

    private static List<ValueExpression> values(ComparisonSpec spec) {
        return ValueExpression
                .all(Stream
                        .concat(spec.objects().stream().map(ShownObject::value),
                                spec.controls().stream().map(Control::value).filter(Objects::nonNull))
                        .toList());
    }

    private static Optional<String> first(List<ValueExpression> values, Map<String, Object> data) {
        return values.stream()
                .flatMap(value -> value.missingIn(data).stream())
                .findFirst()
                .map(path -> absent(path, data));
    }

    private static String absent(String path, Map<String, Object> data) {
        return "\"" + path
                + (data.containsKey(path)
                        ? "\" is null, but a value is expected in task data"
                        : "\" key is expected in task data");
    }

    /**
     * {@return the keys that the data of every task must have, in the order in which they are shown, each once} Of a path it is the key
     * that the path begins with, and of what is repeated the list.
     */
    public List<String> keys() {
        Stream<String> paths = fixed.stream().flatMap(value -> value.variables().stream());
        Stream<String> lists = repeaters.stream()
                .flatMap(repeats -> ValueExpression.of(repeats.get(0).on()).variables().stream());
        return Stream.concat(paths, lists).map(path -> path.split("[.\\[]", 2)[0]).distinct().toList();
    }

    /** {@return the key that a line of plain text stands for: the first one that is shown as a whole} */
    public String textKey() {
        return fixed.stream().flatMap(value -> value.key().stream()).findFirst().orElse("text");
    }
}
