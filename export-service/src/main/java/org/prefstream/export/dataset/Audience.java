package org.prefstream.export.dataset;

import org.jspecify.annotations.Nullable;

/**
 * Whose rows a reader of a stream gets.
 *
 * @param annotatorId only the rows of this person's annotations; null for everybody's
 */
public record Audience(long projectId, @Nullable Long annotatorId) {
}
