package org.prefstream.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An annotation that came with an imported task. Task-service has validated it, and annotation-service applies it once. It is
 * about what the configuration and the data were when it was accepted, whatever has become of them since.
 *
 * @param index its place among the annotations that came with the task, from 0
 * @param completedBy the author
 * @param leadTime seconds from showing to submitting, as the import says; null where it does not say
 * @param createdAt when it was made, as the import says; the time of the import where it does not say
 * @param updatedAt when it was changed last, as the import says; {@code createdAt} where it does not say
 * @param uniqueId the sender's own id, which one annotation of the project has at a time; null where none was sent
 * @param importId the id that the annotation had where it came from; null where none was sent
 * @param skipReason why the author skipped the task; null where none was sent
 * @param specSha256 lower-case hex SHA-256 of the comparison spec's JSON, as task-service stores it
 * @param contentSha256 lower-case hex SHA-256 of the task's data, as task-service stores it
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
        @JsonProperty("imported_at") @UtcMicros Instant importedAt,
        @JsonProperty("created_at") @UtcMicros Instant createdAt,
        @JsonProperty("updated_at") @UtcMicros Instant updatedAt,
        @JsonProperty("unique_id") @Nullable UUID uniqueId,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("skip_reason") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String skipReason,
        @JsonProperty("spec_sha256") String specSha256,
        @JsonProperty("content_sha256") String contentSha256) implements TopicRecord {

    @Override
    public Topic topic() {
        return Topic.IMPORTS;
    }

    @Override
    public String key() {
        return taskId + "/" + index;
    }

    @Override
    public OptionalLong project() {
        return OptionalLong.of(projectId);
    }
}
