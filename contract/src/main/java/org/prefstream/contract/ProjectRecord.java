package org.prefstream.contract;

import java.util.OptionalLong;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A project as the other services need it: settings, and the labeling configuration as task-service parsed it.
 *
 * @param overlap how many distinct annotators each new task needs (Label Studio: maximum_annotations)
 * @param sampling {@code Sequential sampling}, {@code Uniform sampling} or {@code Uncertainty sampling}
 * @param skipQueue what a skip does: with {@code REQUEUE_FOR_OTHERS} or {@code REQUEUE_FOR_ME} the task is given out again,
 *        with {@code IGNORE_SKIPPED} the skip counts towards the overlap
 * @param enableEmptyAnnotation whether an annotation with an empty result is stored
 */
public record ProjectRecord(
        @JsonProperty("project_id") long projectId,
        @JsonProperty("title") String title,
        @JsonProperty("expert_instruction") String expertInstruction,
        @JsonProperty("overlap") int overlap,
        @JsonProperty("sampling") String sampling,
        @JsonProperty("skip_queue") String skipQueue,
        @JsonProperty("show_skip_button") boolean showSkipButton,
        @JsonProperty("enable_empty_annotation") boolean enableEmptyAnnotation,
        @JsonProperty("comparison_spec") ComparisonSpec comparisonSpec) implements TopicRecord {

    @Override
    public Topic topic() {
        return Topic.PROJECTS;
    }

    @Override
    public String key() {
        return Long.toString(projectId);
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
