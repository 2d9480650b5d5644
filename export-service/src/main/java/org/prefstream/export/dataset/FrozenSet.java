package org.prefstream.export.dataset;

/**
 * What is frozen together, and how it is read again.
 *
 * @param hasBeside whether all was frozen that a format may ask for, and not only rows of preferences and ties, as former versions did
 * @param areMixed whether texts and conversations are among the rows
 * @param hasOutcomes whether each row says its outcome, because there may be ties among them
 */
public record FrozenSet(long snapshotId, boolean hasBeside, boolean areMixed, boolean hasOutcomes) {
}
