/** Rows of a project that somebody has frozen, and the files that are made of them again. */
@NullMarked
package org.prefstream.export.snapshot;

import org.jspecify.annotations.NullMarked;
