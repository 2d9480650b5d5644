package org.prefstream.task.imports;

import java.time.Instant;

/**
 * What all tasks of one import have in common.
 *
 * @param revision the first one that a key gets
 * @param importer the account that imports
 */
record ImportRun(LockedProject project, long revision, long importer, Instant now) {
}
