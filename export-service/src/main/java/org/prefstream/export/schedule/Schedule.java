package org.prefstream.export.schedule;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An export that is made again and again.
 *
 * @param selection the parameters that select its rows
 * @param parameters those of the format, beside its name
 * @param keep how many of its newest snapshots stay; null for all
 */
record Schedule(
        long id,
        long projectId,
        String title,
        String target,
        Map<String, Object> selection,
        String format,
        Map<String, Object> parameters,
        Cadence cadence,
        @Nullable Integer keep,
        boolean isPaused,
        Instant nextAt,
        Instant createdAt,
        long createdBy) {

    /** The columns of {@code schedule} that {@link #of} reads. */
    static final String COLUMNS = """
            s.schedule_id, s.project_id, s.title, s.target, s.selection, s.format, s.parameters, s.every, s.at_time, s.weekday,
            s.keep, s.paused, s.next_at, s.created_at, s.created_by
            """;

    /** {@return the schedule of a row that has {@link #COLUMNS}} */
    static Schedule of(ResultSet row) throws SQLException {
        return new Schedule(row.getLong("schedule_id"), row.getLong("project_id"), row.getString("title"),
                row.getString("target"), Json.readObject(row.getString("selection")), row.getString("format"),
                Json.readObject(row.getString("parameters")),
                new Cadence(row.getString("every"), LocalTime.parse(row.getString("at_time")),
                        row.getString("weekday")),
                row.getObject("keep", Integer.class), row.getBoolean("paused"),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getObject("created_at", OffsetDateTime.class).toInstant(), row.getLong("created_by"));
    }

    /** {@return the schedule as people see it, with its last runs} */
    View view(List<Run> runs) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("exportType", format);
        all.putAll(selection);
        all.putAll(parameters);
        return new View(id, projectId, title, target, all, cadence.every(), cadence.at().toString(), cadence.weekday(),
                keep, isPaused, isPaused ? null : nextAt, createdAt, createdBy, runs);
    }

    /**
     * A schedule as people see it.
     *
     * @param parameters of the export: what selects its rows, its format and the format's own
     * @param nextAt when it is made next; null while it is paused
     * @param runs the last ones, the newest first
     */
    record View(
            @JsonProperty("id") long id,
            @JsonProperty("project") long projectId,
            @JsonProperty("title") String title,
            @JsonProperty("target") String target,
            @JsonProperty("parameters") Map<String, Object> parameters,
            @JsonProperty("every") String every,
            @JsonProperty("at") String at,
            @JsonProperty("weekday") @Nullable String weekday,
            @JsonProperty("keep") @Nullable Integer keep,
            @JsonProperty("paused") boolean isPaused,
            @JsonProperty("next_at") @Nullable Instant nextAt,
            @JsonProperty("created_at") Instant createdAt,
            @JsonProperty("created_by") long createdBy,
            @JsonProperty("runs") List<Run> runs) {
    }

    /**
     * One time that a schedule was due, or was run by somebody.
     *
     * @param state {@code waiting}, {@code skipped}, {@code failed}, or where its delivery is
     * @param note why it was skipped, has failed or will be tried again, or where the files of a removed snapshot are
     */
    record Run(
            @JsonProperty("id") long id,
            @JsonIgnore long scheduleId,
            @JsonProperty("due_at") Instant dueAt,
            @JsonProperty("state") String state,
            @JsonProperty("note") @Nullable String note,
            @JsonProperty("snapshot") @Nullable Long snapshotId,
            @JsonProperty("delivery") @Nullable Long deliveryId,
            @JsonProperty("ended_at") @Nullable Instant endedAt) {
    }
}
