package org.prefstream.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An annotation that came with an imported task: task-service has validated it, annotation-service applies it once.
 *
 * @param index its place in the task's {@code annotations}, from 0
 */
public record ImportedAnnotationRecord(
        @JsonProperty("task_id") long taskId,
        @JsonProperty("project_id") long projectId,
        @JsonProperty("index") int index,
        @JsonProperty("completed_by") long completedBy,
        @JsonProperty("result") List<Object> result,
        @JsonProperty("was_cancelled") boolean wasCancelled,
        @JsonProperty("ground_truth") boolean groundTruth,
        @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
        @JsonProperty("imported_at") @UtcMicros Instant importedAt) implements TopicRecord {

    @Override
    public Topic topic() {
        return Topic.IMPORTS;
    }

    @Override
    public String key() {
        return taskId + "/" + index;
    }
}
