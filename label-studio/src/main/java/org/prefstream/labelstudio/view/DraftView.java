package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;

/**
 * A draft as Label Studio's API shows it: work that was not submitted.
 *
 * @param user the author's address
 * @param createdUsername the author's name, address and id, see {@link AnnotationView#username}
 * @param createdAgo the draft's age in words, see {@link CreatedAgo}
 * @param result the regions, as JSON text
 * @param leadTime seconds of work so far; null where nobody measured it
 * @param wasPostponed whether the author put the task off
 * @param annotation the annotation that the draft changes; null for work on a new one
 */
public record DraftView(
        @JsonProperty("id") long id,
        @JsonProperty("user") String user,
        @JsonProperty("created_username") String createdUsername,
        @JsonProperty("created_ago") String createdAgo,
        @JsonProperty("result") @JsonRawValue String result,
        @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
        @JsonProperty("was_postponed") boolean wasPostponed,
        @JsonProperty("import_id") @Nullable Long importId,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("task") long task,
        @JsonProperty("annotation") @Nullable Long annotation) {
}
