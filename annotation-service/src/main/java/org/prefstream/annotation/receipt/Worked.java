package org.prefstream.annotation.receipt;

import java.time.Instant;

import org.prefstream.annotation.dataset.RowKeys;

/**
 * One judgement of a person, as far as a receipt needs it.
 *
 * @param revision counts how often it was submitted, in ascending numbers
 * @param rows the dataset rows that it gives
 * @param changed whether it was changed after it was made
 * @param lefts how many of its preferences are for the answer that was shown on the left
 * @param rights how many are for the one on the right
 */
record Worked(long revision, boolean skipped, boolean changed, Instant createdAt, RowKeys rows, int lefts, int rights) {
}
