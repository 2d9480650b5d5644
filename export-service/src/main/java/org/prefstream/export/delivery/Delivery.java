package org.prefstream.export.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A file of a snapshot on its way to a target, or there.
 *
 * @param parameters those of the format, beside its name
 * @param place where its files are, within the target
 * @param attempts how often it was begun
 * @param bytes how much of its files was written
 * @param rows how many rows they have, once that is known
 * @param leftOut which rules of the format leave out how many rows; null if none
 * @param error why it has failed, or why it will be tried again
 * @param notBefore when it will be tried again, if it waits
 */
record Delivery(
        @JsonProperty("id") long id,
        @JsonProperty("project") long projectId,
        @JsonProperty("snapshot") long snapshotId,
        @JsonProperty("target") String target,
        @JsonProperty("export_type") String format,
        @JsonProperty("parameters") Map<String, Object> parameters,
        @JsonProperty("place") String place,
        @JsonProperty("state") DeliveryState state,
        @JsonProperty("attempts") int attempts,
        @JsonProperty("bytes") long bytes,
        @JsonProperty("rows") @Nullable Long rows,
        @JsonProperty("left_out") @Nullable String leftOut,
        @JsonProperty("error") @Nullable String error,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("created_by") long createdBy,
        @JsonProperty("not_before") @Nullable Instant notBefore,
        @JsonProperty("began_at") @Nullable Instant beganAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt) {

    /** The columns of {@code delivery} that {@link #of} reads. */
    static final String COLUMNS = """
            delivery_id, project_id, snapshot_id, target, format, parameters, place, state, attempts, bytes, row_count, left_out,
            error, created_at, created_by, not_before, began_at, ended_at
            """;

    Delivery {
        parameters = Map.copyOf(parameters);
    }

    /** {@return the delivery of a row that has {@link #COLUMNS}} */
    static Delivery of(ResultSet row) throws SQLException {
        DeliveryState state = DeliveryState.valueOf(row.getString("state"));
        return new Delivery(row.getLong("delivery_id"), row.getLong("project_id"), row.getLong("snapshot_id"),
                row.getString("target"), row.getString("format"), Json.readObject(row.getString("parameters")),
                row.getString("place"), state, row.getInt("attempts"), row.getLong("bytes"),
                row.getObject("row_count", Long.class), row.getString("left_out"), row.getString("error"),
                Objects.requireNonNull(at(row, "created_at")), row.getLong("created_by"),
                state == DeliveryState.WAITING ? at(row, "not_before") : null, at(row, "began_at"),
                at(row, "ended_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
