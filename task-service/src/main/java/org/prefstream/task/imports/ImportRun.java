package org.prefstream.task.imports;

import java.time.Instant;

/**
 * What all tasks of one import have in common.
 *
 * @param numbers gives the tasks their numbers
 * @param revision the first one that a key gets
 * @param importer the account that imports
 */
record ImportRun(TargetProject project, ImportNumbers numbers, long revision, long importer, Instant now) {
}
