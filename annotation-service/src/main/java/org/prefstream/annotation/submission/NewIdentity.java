package org.prefstream.annotation.submission;

/** The id of a new annotation, which nobody else gets, and its first revision. */
record NewIdentity(long id, long revision) {
}
