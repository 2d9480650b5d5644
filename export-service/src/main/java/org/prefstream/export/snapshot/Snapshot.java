package org.prefstream.export.snapshot;

import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * The manifest of a snapshot: what was frozen, and how to know it again.
 *
 * @param schema the version of the dataset record that its rows have
 * @param selection the parameters that selected the rows, as an export has them
 * @param rowsIn how many pairs of answers were judged when it was made
 * @param leftOut how many of them have no row, by the reason's code
 * @param purged how many of its rows are gone; no file is made of it any more if it is not 0
 * @param sha256 of the rows as JSON Lines, as the format TRL has them
 * @param positions how far the copies of the topics were: the last offset by partition, by the topic's name
 * @param areMixed whether texts among the rows become messages
 * @param splitShares which splits a folder has; null where it has one
 * @param projectTitle the project's title at that time
 * @param guidelines what annotators were to do at that time
 */
public record Snapshot(
        @JsonProperty("id") long id,
        @JsonProperty("project") long projectId,
        @JsonProperty("title") String title,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") long createdBy,
        @JsonProperty("schema") String schema,
        @JsonProperty("selection") Map<String, Object> selection,
        @JsonProperty("rows_in") long rowsIn,
        @JsonProperty("rows") long rows,
        @JsonProperty("left_out") Map<String, Object> leftOut,
        @JsonProperty("purged") long purged,
        @JsonProperty("sha256") String sha256,
        @JsonProperty("positions") Map<String, Object> positions,
        @JsonIgnore boolean areMixed,
        @JsonProperty("split_shares") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String splitShares,
        @JsonProperty("project_title") String projectTitle,
        @JsonProperty("guidelines") String guidelines) {
}
