package org.prefstream.export.dataset;

import org.jspecify.annotations.Nullable;

/**
 * The last change of a row of the dataset.
 *
 * @param position where it stands among all changes
 * @param recordId the key of the row on its topic
 * @param record the dataset record as its topic carries it, on one line; null where the row was withdrawn
 */
public record RowChange(long position, String recordId, long revision, @Nullable String record) {
}
