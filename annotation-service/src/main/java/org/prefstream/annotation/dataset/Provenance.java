package org.prefstream.annotation.dataset;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Who judged what, when and how: the facts of an annotation that each of its dataset rows repeats.
 *
 * @param revision the annotation's revision
 * @param shownOrder per slot the candidate's index in data order; empty where nothing is compared
 * @param leadTime seconds from showing to submitting, zero or more; null where nobody measured it
 * @param split the part of the dataset that the task belongs to, such as {@code train}
 * @param guidelinesVersion the version of the guidelines that was in force; 0 where there were none, and where nobody knows
 */
public record Provenance(
        long annotationId,
        long revision,
        long projectId,
        long taskId,
        long annotatorId,
        List<Integer> shownOrder,
        @Nullable BigDecimal leadTime,
        Instant submittedAt,
        String split,
        int guidelinesVersion) {

    /** The age of the universe in seconds has 18 digits before the point; a number with more is no lead time. */
    private static final int LEAD_TIME_DIGITS_MAX = 18;

    public Provenance {
        shownOrder = List.copyOf(shownOrder);
        if (leadTime != null
                && (leadTime.signum() < 0 || leadTime.precision() - leadTime.scale() > LEAD_TIME_DIGITS_MAX)) {
            throw new IllegalArgumentException("leadTime must be a number of seconds, zero or more: " + leadTime);
        }
    }
}
