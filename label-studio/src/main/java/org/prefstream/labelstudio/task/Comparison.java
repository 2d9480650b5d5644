package org.prefstream.labelstudio.task;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.labelstudio.tag.TagType;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * What one control compares.
 *
 * @param control the control's name
 * @param candidates in data order: for a Pairwise the left, then the right
 */
@JsonPropertyOrder({"control", "candidates"})
public record Comparison(
        @JsonProperty("control") String control,
        @JsonProperty("candidates") List<Candidate> candidates) {

    public Comparison {
        candidates = List.copyOf(candidates);
    }

    /**
     * {@return one comparison of a task with that data per comparing control, in document order}
     *
     * @param spec as it is for the task, see {@link Expansion}
     */
    public static List<Comparison> all(ComparisonSpec spec, Map<String, Object> data) {
        return spec.controls()
                .stream()
                .filter(TagType::compares)
                .map(control -> new Comparison(control.name(), Candidates.of(spec, control, data)))
                .toList();
    }

    /** {@return the place in data order of the candidate with that id} */
    public OptionalInt indexOf(String id) {
        return IntStream.range(0, candidates.size()).filter(i -> candidates.get(i).id().equals(id)).findFirst();
    }

    /**
     * One of the answers under comparison.
     *
     * @param id what results call it: the object's name, or the id of a List's item
     * @param model what produced it; empty where unknown
     * @param content the answer, as {@link ShownContent#json} has it: a string, or a list of messages
     */
    @JsonPropertyOrder({"id", "model", "content"})
    public record Candidate(
            @JsonProperty("id") String id,
            @JsonProperty("model") String model,
            @JsonProperty("content") Object content) {
    }
}
