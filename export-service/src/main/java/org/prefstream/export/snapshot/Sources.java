package org.prefstream.export.snapshot;

import java.util.Map;

import org.prefstream.contract.ComparisonSpec;
import org.prefstream.export.dataset.Counts;
import org.prefstream.export.dataset.FrozenTasks;
import org.prefstream.export.dataset.LeftOut;
import org.prefstream.export.format.RowKind;
import org.prefstream.kit.security.Hashes;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The tasks and annotations that a snapshot keeps beside its rows, for the formats that are made of them.
 *
 * @param annotations how many, skips among them
 * @param purged how many of the annotations are gone
 * @param sha256 of all that its files can depend on: the spec, and each task and annotation
 * @param spec what the labeling configuration meant then
 * @param taken what files took of it, and what they left out
 */
public record Sources(
        @JsonProperty("tasks") long tasks,
        @JsonProperty("annotations") long annotations,
        @JsonProperty("purged") long purged,
        @JsonProperty("sha256") String sha256,
        @JsonIgnore ComparisonSpec spec,
        @JsonIgnore TakenOf taken) {

    /**
     * What files of a kind took.
     *
     * @param leftOut what they did not take, by the reason
     * @param bytes about how large one was
     */
    record Taken(
            @JsonProperty("taken") long taken,
            @JsonProperty("left_out") Map<LeftOut, Long> leftOut,
            @JsonProperty("bytes") long bytes) {

        static Taken of(Counts counts) {
            return new Taken(counts.taken(), counts.leftOutInOrder(), counts.size().bytes());
        }

        Counts counts() {
            return new Counts(taken, taken, leftOut, new Counts.Size(bytes, false), 0);
        }
    }

    /** What files took that have a row for each task, and for each annotation. */
    record TakenOf(@JsonProperty("tasks") Taken tasks, @JsonProperty("annotations") Taken annotations) {
    }

    static Sources of(FrozenTasks.About frozen, ComparisonSpec spec, Counts tasks, Counts annotations) {
        return new Sources(frozen.tasks(), frozen.annotations(), 0,
                Hashes.sha256(Json.write(spec) + '\n' + frozen.sha256()), spec,
                new TakenOf(Taken.of(tasks), Taken.of(annotations)));
    }

    /** {@return what the export of that time would have said of a file with such rows} */
    Counts counts(RowKind kind) {
        return (kind == RowKind.TASK ? taken.tasks() : taken.annotations()).counts();
    }
}
