package org.prefstream.kit.projection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What annotation-service answers when it is asked what became of a task's annotations.
 *
 * @param entries in the order of time
 */
public record AnnotationHistory(@JsonProperty("entries") List<Entry> entries) {

    public AnnotationHistory {
        entries = List.copyOf(entries);
    }

    /**
     * What happened to an annotation.
     *
     * @param kind {@code submitted}, {@code edited}, {@code deleted} or {@code withdrawn}
     * @param by the account that did it; null where that is not known
     * @param author the account whose annotation it is
     * @param result what it said from then on; null where there is none, and where that is not known
     * @param wasCancelled whether it was a skip from then on; of one that is gone, whether it was one
     * @param leadTime in seconds
     * @param known whether it is known what it said from then on
     */
    public record Entry(
            @JsonProperty("at") Instant at,
            @JsonProperty("kind") String kind,
            @JsonProperty("by") @Nullable Long by,
            @JsonProperty("annotation") long annotationId,
            @JsonProperty("author") long author,
            @JsonProperty("result") @Nullable List<Object> result,
            @JsonProperty("was_cancelled") boolean wasCancelled,
            @JsonProperty("skip_reason") @Nullable String skipReason,
            @JsonProperty("lead_time") @Nullable BigDecimal leadTime,
            @JsonProperty("known") boolean known) {
    }
}
