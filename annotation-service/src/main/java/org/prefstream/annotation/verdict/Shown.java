package org.prefstream.annotation.verdict;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.Control;
import org.prefstream.contract.ComparisonSpec.Repeat;
import org.prefstream.contract.ComparisonSpec.ShownAs;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.tag.TagType;
import org.prefstream.labelstudio.task.Comparison;
import org.prefstream.labelstudio.task.Expansion;
import org.prefstream.labelstudio.task.ShownContent;
import org.prefstream.labelstudio.task.ValueExpression;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was shown and judged: prompt, candidates, and the rules of answering. An annotation refers to it for ever, so that
 * changing the task or the configuration later changes no record. The page, the verdicts and the dataset rows all take from
 * here what stood on the screen.
 *
 * <p>Its identity is its JSON text: the same spec and data give the same text, and a text that was stored keeps its hash when
 * it is read back, also by a later version that would write it differently.
 */
public final class Shown {

    private final String json;
    private final Content content;

    private Shown(String json, Content content) {
        this.json = json;
        this.content = content;
    }

    /**
     * {@return what a task with that data shows; a value that the data lacks is shown as nothing}
     *
     * @param pattern the project's spec
     */
    public static Shown of(ComparisonSpec pattern, Map<String, Object> data) {
        ComparisonSpec spec = Expansion.of(pattern, data);
        List<Object> beside = besideCandidates(spec).stream()
                .map(object -> ShownContent.of(object, ValueExpression.of(object.value()).read(data)).json())
                .toList();
        return parse(Json.write(new Content(spec, beside, Comparison.all(spec, data))));
    }

    /** {@return what the text says that {@link #json()} gave} */
    public static Shown parse(String json) {
        return new Shown(json, Json.read(json, Content.class));
    }

    /** {@return the text to store} */
    public String json() {
        return json;
    }

    /** {@return the name of what was shown: lower-case hex SHA-256 of the text's UTF-8 bytes} */
    public String sha256() {
        return Hashes.sha256(json);
    }

    /** {@return the spec that was in force, as it is for the task: without patterns} */
    public ComparisonSpec spec() {
        return content.spec();
    }

    /**
     * {@return what was shown beside the candidates of a comparison, captions too, in document order}
     *
     * <p>What stands in a Repeater belongs to the comparisons of the same repetition, and to those outside of the Repeater.
     */
    public List<Part> beside(Comparison comparison) {
        List<Repeat> repeats = spec().control(comparison.control()).map(Control::repeats).orElse(List.of());
        List<ShownObject> objects = besideCandidates(spec());
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < objects.size(); i++) {
            if (isSameRepetition(repeats, objects.get(i).repeats())) {
                parts.add(new Part(objects.get(i), ShownContent.parse(content.beside().get(i))));
            }
        }
        return parts;
    }

    /** {@return what the candidates of a comparison answer to, in document order} */
    public List<ShownContent> prompt(Comparison comparison) {
        return beside(comparison).stream()
                .filter(part -> part.object().shownAs() == ShownAs.PROMPT)
                .map(Part::content)
                .toList();
    }

    /** {@return the controls of a kind that were answered beside a comparison, in document order} */
    public List<Control> beside(Comparison comparison, TagType type) {
        List<Repeat> repeats = spec().control(comparison.control()).map(Control::repeats).orElse(List.of());
        return spec().controls()
                .stream()
                .filter(type::is)
                .filter(control -> isWithin(repeats, control.repeats()))
                .toList();
    }

    /** {@return one comparison per comparing control, in document order} */
    public List<Comparison> comparisons() {
        return content.comparisons();
    }

    /** {@return what the control of that name compares} */
    public Optional<Comparison> comparison(String control) {
        return comparisons().stream().filter(comparison -> comparison.control().equals(control)).findFirst();
    }

    /** {@return the comparison of two that the page asks about: the first one} */
    public Optional<Comparison> pair() {
        return spec().controls()
                .stream()
                .filter(TagType.PAIRWISE::is)
                .findFirst()
                .flatMap(control -> comparison(control.name()))
                .filter(comparison -> comparison.candidates().size() == 2);
    }

    /** {@return how many candidates the recorded order is about: those of the pair, or else of the first comparison} */
    public int candidates() {
        return pair().or(() -> comparisons().stream().findFirst())
                .map(comparison -> comparison.candidates().size())
                .orElse(0);
    }

    /** {@return whether two things are not in different repetitions of one Repeater} */
    private static boolean isSameRepetition(List<Repeat> some, List<Repeat> others) {
        return some.stream()
                .allMatch(one -> others.stream()
                        .noneMatch(other -> other.repeater() == one.repeater() && !other.equals(one)));
    }

    /** {@return whether something stands within repetitions, or in fewer of them} */
    private static boolean isWithin(List<Repeat> inside, List<Repeat> around) {
        return around.size() <= inside.size() && inside.subList(0, around.size()).equals(around);
    }

    private static List<ShownObject> besideCandidates(ComparisonSpec spec) {
        return spec.objects().stream().filter(object -> object.shownAs() != ShownAs.CANDIDATE).toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shown shown && shown.json.equals(json);
    }

    @Override
    public int hashCode() {
        return json.hashCode();
    }

    @Override
    public String toString() {
        return "Shown[" + sha256() + "]";
    }

    /** Something shown beside the candidates. */
    public record Part(ShownObject object, ShownContent content) {
    }

    /** @param beside what the objects that are no candidates show, in the order of the spec */
    @JsonPropertyOrder({"spec", "beside", "comparisons"})
    private record Content(
            @JsonProperty("spec") ComparisonSpec spec,
            @JsonProperty("beside") List<Object> beside,
            @JsonProperty("comparisons") List<Comparison> comparisons) {

        Content {
            beside = List.copyOf(beside);
            comparisons = List.copyOf(comparisons);
        }
    }
}
