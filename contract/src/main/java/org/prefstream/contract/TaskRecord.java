package org.prefstream.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A task: one prompt with its candidates, to be judged.
 *
 * @param innerId the task's number within its project, from 1
 * @param data what was imported, with keys in their order and numbers as exact decimals
 * @param overlap how many distinct annotators it needs
 * @param contentSha256 lower-case hex SHA-256 of {@code data} as stored
 * @param split the part of the dataset that the task belongs to; always {@code train} as yet
 */
public record TaskRecord(
        @JsonProperty("task_id") long taskId,
        @JsonProperty("project_id") long projectId,
        @JsonProperty("inner_id") long innerId,
        @JsonProperty("data") Map<String, Object> data,
        @JsonProperty("meta") Map<String, Object> meta,
        @JsonProperty("created_at") @UtcMicros Instant createdAt,
        @JsonProperty("updated_at") @UtcMicros Instant updatedAt,
        @JsonProperty("created_by") long createdBy,
        @JsonProperty("updated_by") long updatedBy,
        @JsonProperty("overlap") int overlap,
        @JsonProperty("content_sha256") String contentSha256,
        @JsonProperty("split") String split,
        @JsonProperty("predictions") List<Prediction> predictions) implements TopicRecord {

    public TaskRecord {
        predictions = List.copyOf(predictions);
    }

    /** A summary of a prediction. Task-service keeps the prediction's result. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Prediction(
            @JsonProperty("id") long id,
            @JsonProperty("model_version") String modelVersion,
            @JsonProperty("score") @Nullable BigDecimal score) {
    }

    @Override
    public Topic topic() {
        return Topic.TASKS;
    }

    @Override
    public String key() {
        return Long.toString(taskId);
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
