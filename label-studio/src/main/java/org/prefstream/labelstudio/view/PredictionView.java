package org.prefstream.labelstudio.view;

import java.math.BigDecimal;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * A prediction as Label Studio's API shows it.
 *
 * @param result Label Studio's result as it was sent: a list, or a raw JSON array
 * @param createdAgo its age in words, see {@link CreatedAgo}; null beside a task
 * @param score how sure the model is; null where it does not say
 */
@JsonPropertyOrder({"id", "result", "model_version", "created_ago", "score", "cluster", "neighbors", "mislabeling",
        "created_at", "updated_at", "model", "model_run", "task", "project"})
public record PredictionView(
        @JsonProperty("id") long id,
        @JsonProperty("result") Object result,
        @JsonProperty("model_version") String modelVersion,
        @JsonProperty("created_ago") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String createdAgo,
        @JsonProperty("score") @Nullable BigDecimal score,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("updated_at") Instant updatedAt,
        @JsonProperty("task") long task,
        @JsonProperty("project") long project) {

    @JsonProperty("cluster")
    public @Nullable Integer cluster() {
        return null;
    }

    @JsonProperty("neighbors")
    public @Nullable Object neighbors() {
        return null;
    }

    @JsonProperty("mislabeling")
    public double mislabeling() {
        return 0.0;
    }

    @JsonProperty("model")
    public @Nullable Object model() {
        return null;
    }

    @JsonProperty("model_run")
    public @Nullable Object modelRun() {
        return null;
    }
}
