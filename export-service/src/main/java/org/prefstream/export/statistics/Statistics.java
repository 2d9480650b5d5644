package org.prefstream.export.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * What a project's judgements are like.
 *
 * @param judgements annotations that are no skips
 * @param pairs how often which verdict was given on a pair of answers. A ranking gives one for each pair that it has in order
 * @param sides where the preferred answer of two stood, as it was shown
 * @param length how long the chosen answers of the dataset's rows are, in characters, compared with the rejected ones
 * @param course how many judgements were made when
 * @param people everybody who has judged or skipped something here, by id
 */
public record Statistics(
        @JsonProperty("judgements") long judgements,
        @JsonProperty("skipped") long skipped,
        @JsonProperty("pairs") Pairs pairs,
        @JsonProperty("sides") Sides sides,
        @JsonProperty("length") Length length,
        @JsonProperty("lead_time_s") Quantiles leadTime,
        @JsonProperty("agreement") Agreement agreement,
        @JsonProperty("course") Course course,
        @JsonProperty("people") List<Annotator> people,
        @JsonProperty("topic") OnTopic topic) {

    /** What somebody is told who is neither owner nor manager. */
    public static final String REFUSAL = "Statistics tell of everybody's judgements: only owners and managers may have them.";

    /** How often each verdict was given. */
    public record Pairs(
            @JsonProperty("preference") long preference,
            @JsonProperty("tie") long tie,
            @JsonProperty("both_bad") long bothBad,
            @JsonProperty("cannot_judge") long cannotJudge) {
    }

    /** The share is that of left. */
    public record Sides(
            @JsonProperty("left") long left,
            @JsonProperty("right") long right,
            @JsonUnwrapped Share share) {
    }

    /** The share is that of the longer answer, where both are not as long. */
    public record Length(
            @JsonProperty("longer") long longer,
            @JsonProperty("shorter") long shorter,
            @JsonProperty("equal") long equal,
            @JsonUnwrapped Share share) {
    }

    /** Seconds from showing to submitting, to 2.5 %; null where nobody measured any. */
    public record Quantiles(
            @JsonProperty("median") @Nullable Double median,
            @JsonProperty("p90") @Nullable Double p90) {
    }

    /**
     * Judgements over time.
     *
     * @param step {@code hour}, or {@code day} (UTC) where the judgements lie further apart than 72 hours
     * @param buckets those that have judgements, the first one first
     */
    public record Course(@JsonProperty("step") String step, @JsonProperty("buckets") List<Bucket> buckets) {
    }

    /**
     * The judgements of an hour or of a day.
     *
     * @param people how many judgements are whose, by id
     */
    public record Bucket(
            @JsonProperty("from") Instant from,
            @JsonProperty("judgements") long judgements,
            @JsonProperty("people") Map<Long, Long> people) {
    }

    /**
     * What one person has judged.
     *
     * @param name first and last name, or the email address where there is none; empty if the account is gone
     * @param lastHour the beginning of the last hour in which they judged or skipped something
     */
    public record Annotator(
            @JsonProperty("user") long user,
            @JsonProperty("name") String name,
            @JsonProperty("judgements") long judgements,
            @JsonProperty("skipped") long skipped,
            @JsonProperty("median_lead_time_s") @Nullable Double medianLeadTime,
            @JsonUnwrapped Sides sides,
            @JsonProperty("last_hour") Instant lastHour) {
    }

    /**
     * The dataset on its topic, as this service has copied it.
     *
     * @param rows how many rows there are
     * @param lastAt when the last change of a row arrived; null if there is none
     * @param lagMillis the median over the last 100 rows of the time from the submit to the copy; null where nobody knows
     */
    public record OnTopic(
            @JsonProperty("rows") long rows,
            @JsonProperty("last_at") @Nullable Instant lastAt,
            @JsonProperty("lag_ms") @Nullable Long lagMillis) {
    }
}
