package org.prefstream.annotation.verdict;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.ComparisonSpec;
import org.prefstream.contract.ComparisonSpec.ShownObject;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.result.Candidates;
import org.prefstream.labelstudio.result.Comparison;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What was shown and judged: prompt, candidates, and the rules of answering. An annotation refers to it for ever, so that
 * changing the task or the configuration later changes no record.
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

    /** {@return what a task with that data shows under that spec; a field that the data lacks is shown as nothing} */
    public static Shown of(ComparisonSpec spec, Map<String, Object> data) {
        List<Part> prompt = spec.objects()
                .stream()
                .filter(object -> !object.compared())
                .map(object -> new Part(object.name(), Candidates.contentOf(object, data)))
                .toList();
        return parse(Json.write(new Content(spec, prompt, Comparison.all(spec, data))));
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

    /** {@return the spec that was in force} */
    public ComparisonSpec spec() {
        return content.spec();
    }

    /** {@return what was shown but not compared, in document order} */
    public List<Part> prompt() {
        return content.prompt();
    }

    /** {@return one comparison per comparing control, in document order} */
    public List<Comparison> comparisons() {
        return content.comparisons();
    }

    /** {@return what the control of that name compares} */
    public Optional<Comparison> comparison(String control) {
        return comparisons().stream().filter(comparison -> comparison.control().equals(control)).findFirst();
    }

    /** {@return the tag and name of the prompt part's object} */
    public Optional<ShownObject> object(Part part) {
        return spec().object(part.name());
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

    /**
     * Something shown beside the candidates.
     *
     * @param name the object's name
     * @param content what it showed, as in the task's data: text, a list of messages, or any other JSON value
     */
    @JsonPropertyOrder({"name", "content"})
    public record Part(@JsonProperty("name") String name, @JsonProperty("content") @Nullable Object content) {
    }

    @JsonPropertyOrder({"spec", "prompt", "comparisons"})
    private record Content(
            @JsonProperty("spec") ComparisonSpec spec,
            @JsonProperty("prompt") List<Part> prompt,
            @JsonProperty("comparisons") List<Comparison> comparisons) {

        Content {
            prompt = List.copyOf(prompt);
            comparisons = List.copyOf(comparisons);
        }
    }
}
