package org.prefstream.annotation.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
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
 * Keeps a judgement true to what the annotator saw: the prompt, the candidates and the comparison spec. An annotation refers
 * to what was shown for ever, so a later change of the task or the configuration changes no record. The page, the verdicts
 * and the dataset rows all read from here what stood on the screen.
 *
 * <p>The JSON text is the identity. The same spec and data give the same text. A stored text keeps its hash when it is read
 * back, even by a later version that would write another text.
 */
public final class Shown {

    private final String json;
    private final Content content;
    /** Computed when it is asked for first: everybody who does so computes the same. */
    private volatile @Nullable String sha256;

    private Shown(String json, Content content) {
        this.json = json;
        this.content = content;
    }

    /**
     * {@return what a task with that data shows; a value that the data lacks is shown as nothing}
     *
     * @param pattern the project's spec, in which Repeaters are not yet repeated
     * @param data the task's data
     */
    public static Shown of(ComparisonSpec pattern, Map<String, Object> data) {
        ComparisonSpec spec = Expansion.of(pattern, data);
        List<Object> beside = besideCandidates(spec).stream()
                .map(object -> ShownContent.of(object, ValueExpression.of(object.value()).read(data)).json())
                .toList();
        Content content = new Content(spec, beside, Comparison.all(spec, data));
        return new Shown(Json.write(content), content);
    }

    /** {@return what was shown, read from a text that {@link #json()} gave} */
    public static Shown parse(String json) {
        return new Shown(json, Json.read(json, Content.class));
    }

    /** {@return the text to store} */
    public String json() {
        return json;
    }

    /** {@return the name of what was shown: lower-case hex SHA-256 of the text's UTF-8 bytes} */
    public String sha256() {
        String known = sha256;
        if (known == null) {
            known = Hashes.sha256(json);
            sha256 = known;
        }
        return known;
    }

    /** {@return the spec that was in force, expanded for the task: its Repeaters are repeated} */
    public ComparisonSpec spec() {
        return content.spec();
    }

    /**
     * {@return what was shown beside the candidates of a comparison, captions too, in document order}
     *
     * <p>An object in a Repeater belongs to the comparisons of its own repetition, and to those outside of the Repeater.
     */
    public List<Part> beside(Comparison comparison) {
        List<Repeat> repeats = spec().control(comparison.control()).map(Control::repeats).orElse(List.of());
        return parts().stream().filter(part -> isSameRepetition(repeats, part.object().repeats())).toList();
    }

    /** {@return what the candidates of a comparison answer to, in document order; captions are no part of it} */
    public List<ShownContent> prompt(Comparison comparison) {
        return beside(comparison).stream()
                .filter(part -> part.object().shownAs() == ShownAs.PROMPT)
                .map(Part::content)
                .toList();
    }

    /**
     * {@return the controls of a type that belong to a comparison, in document order: those of its repetition, and those
     * outside of the Repeater}
     */
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

    /** {@return what the control of that name compares; empty if it compares nothing or does not exist} */
    public Optional<Comparison> comparison(String control) {
        return comparisons().stream().filter(comparison -> comparison.control().equals(control)).findFirst();
    }

    /** {@return everything that was shown beside candidates, captions too, in document order} */
    public List<Part> parts() {
        List<ShownObject> objects = besideCandidates(spec());
        return IntStream.range(0, objects.size())
                .mapToObj(i -> new Part(objects.get(i), ShownContent.parse(content.beside().get(i))))
                .toList();
    }

    /** {@return the comparison of the first Pairwise, if it has two candidates} */
    public Optional<Comparison> pair() {
        return spec().controls()
                .stream()
                .filter(TagType.PAIRWISE::is)
                .findFirst()
                .flatMap(control -> comparison(control.name()))
                .filter(comparison -> comparison.candidates().size() == 2);
    }

    /** {@return how many candidates the shown order is about: those of the pair, or else of the first comparison} */
    public int candidates() {
        return pair().or(() -> comparisons().stream().findFirst())
                .map(comparison -> comparison.candidates().size())
                .orElse(0);
    }

    /**
     * {@return whether candidates may be shown in another order than that of the data}
     *
     * <p>One order is recorded, and counts for each comparison of that many candidates. Where one candidate is compared with several
     * others, it has several places, so that no other order could be told.
     */
    public boolean mayBeShuffled() {
        List<List<String>> compared = spec().controls()
                .stream()
                .filter(TagType::compares)
                .map(Control::toName)
                .distinct()
                .toList();
        return compared.stream()
                .mapToLong(List::size)
                .sum() == compared.stream().flatMap(List::stream).distinct().count();
    }

    /** {@return true unless two things stand in different repetitions of one Repeater} */
    private static boolean isSameRepetition(List<Repeat> some, List<Repeat> others) {
        return some.stream()
                .allMatch(one -> others.stream()
                        .noneMatch(other -> other.repeater() == one.repeater() && !other.equals(one)));
    }

    /** {@return whether the repetitions around are the outermost of those inside, or all of them} */
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

    /** An object that was shown beside the candidates, and what it showed. */
    public record Part(ShownObject object, ShownContent content) {
    }

    /** @param beside what each object that is no candidate shows, in the order of the spec */
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
