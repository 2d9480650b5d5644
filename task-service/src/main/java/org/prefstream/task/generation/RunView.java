package org.prefstream.task.generation;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A run as people see it.
 *
 * @param tasks for how many tasks something was to be asked when it began
 * @param done how many have it
 * @param failed how many are put aside
 * @param remaining how many are to come; some of them may be gone by now
 * @param perMinute tasks a minute since it was last begun or resumed; null before there are any
 * @param secondsLeft how long it will take at that rate; null where nobody can tell
 * @param identical tasks of which two answers are the same
 * @param cutOff answers that ended because they were as long as they may be
 * @param cost by the prices that were said
 * @param refused verdicts that were not understood
 * @param contradicted tasks for which a judge preferred the same place in both orders
 * @param version the model version of its predictions; null where it makes none
 * @param reason why it has stopped itself
 * @param putAside the first tasks that are put aside, each with its reason; only of a run that is read alone
 */
record RunView(
        @JsonProperty("id") long id,
        @JsonProperty("project") long project,
        @JsonProperty("kind") RunKind kind,
        @JsonProperty("state") RunState state,
        @JsonProperty("tasks") int tasks,
        @JsonProperty("done") int done,
        @JsonProperty("failed") int failed,
        @JsonProperty("remaining") int remaining,
        @JsonProperty("tasks_per_minute") @Nullable Double perMinute,
        @JsonProperty("seconds_left") @Nullable Long secondsLeft,
        @JsonProperty("identical") int identical,
        @JsonProperty("cut_off") int cutOff,
        @JsonProperty("tokens_in") long tokensIn,
        @JsonProperty("tokens_out") long tokensOut,
        @JsonProperty("cost") BigDecimal cost,
        @JsonProperty("refused") int refused,
        @JsonProperty("contradicted") int contradicted,
        @JsonProperty("models") List<String> models,
        @JsonProperty("model_version") @Nullable String version,
        @JsonProperty("reason") @Nullable String reason,
        @JsonProperty("created_by") long createdBy,
        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt,
        @JsonProperty("put_aside") @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<PutAside> putAside) {

    /** The columns of {@code generation_run} that {@link #of} reads, in its order. */
    static final String COLUMNS = """
            id, project_id, state, tasks, done, failed, identical, cut_off, tokens_in, tokens_out, cost, settings, reason,
            created_by, created_at, ended_at, stretch_began, stretch_done, kind, version, refused, contradicted""";

    private static final double MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
    private static final int SECONDS = 60;

    /** A task that could not be answered. */
    record PutAside(@JsonProperty("task") long task, @JsonProperty("reason") String reason) {
    }

    /** {@return the view of a row with {@link #COLUMNS}} */
    static RunView of(@Nullable Object[] row, Instant now) {
        RunState state = RunState.valueOf(String.valueOf(row[2]));
        int tasks = whole(row[3]);
        int done = whole(row[4]);
        int failed = whole(row[5]);
        int remaining = state == RunState.DONE ? 0 : Math.max(0, tasks - done - failed);
        Instant ended = at(row[15]);
        Double perMinute = perMinute(at(row[16]), ended == null ? now : ended, done - whole(row[17]));
        Long left = perMinute == null || state != RunState.RUNNING ? null : Math.round(remaining / perMinute * SECONDS);
        return new RunView(number(row[0]), number(row[1]), RunKind.valueOf(String.valueOf(row[18])), state, tasks, done,
                failed, remaining, perMinute, left, whole(row[6]), whole(row[7]), number(row[8]), number(row[9]),
                cost((BigDecimal) row[10]), whole(row[20]), whole(row[21]),
                GenerationSettings.parse(String.valueOf(row[11])).sources().stream().map(Source::model).toList(),
                (String) row[19], (String) row[12], number(row[13]), Objects.requireNonNull(at(row[14])), ended, null);
    }

    RunView with(List<PutAside> reasons) {
        return new RunView(id, project, kind, state, tasks, done, failed, remaining, perMinute, secondsLeft, identical,
                cutOff, tokensIn, tokensOut, cost, refused, contradicted, models, version, reason, createdBy, createdAt,
                endedAt, reasons);
    }

    private static @Nullable Double perMinute(@Nullable Instant began, Instant until, int done) {
        double minutes = began == null ? 0 : Duration.between(began, until).toMillis() / MINUTE_MILLIS;
        return minutes <= 0 || done <= 0 ? null : Math.round(done / minutes * 10) / 10.0;
    }

    private static BigDecimal cost(@Nullable BigDecimal cost) {
        return cost == null || cost.signum() == 0 ? BigDecimal.ZERO : cost.stripTrailingZeros();
    }

    /** {@return the moment that a column holds} */
    static @Nullable Instant at(@Nullable Object value) {
        return value instanceof OffsetDateTime moment ? moment.toInstant() : null;
    }

    private static long number(@Nullable Object value) {
        return value instanceof Number number ? number.longValue() : 0;
    }

    private static int whole(@Nullable Object value) {
        return (int) number(value);
    }
}
