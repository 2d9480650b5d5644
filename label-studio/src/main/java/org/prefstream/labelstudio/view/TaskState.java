package org.prefstream.labelstudio.view;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What every form of a task shows.
 *
 * @param project the id of its project
 * @param innerId its number within the project
 * @param data what the reader may see of its data: a map, or a raw JSON object
 * @param meta what the reader may see of its meta, likewise
 * @param updatedBy who changed it last; null where nobody has
 * @param labeled whether it needs no more annotators
 * @param overlap how many distinct annotators it needs
 * @param completedAt when its last annotation was made; null where there is none
 */
public record TaskState(
        long id,
        long project,
        long innerId,
        Object data,
        Object meta,
        Instant createdAt,
        Instant updatedAt,
        @Nullable Long updatedBy,
        boolean labeled,
        int overlap,
        int totalAnnotations,
        int cancelledAnnotations,
        int totalPredictions,
        @Nullable Instant completedAt) {
}
