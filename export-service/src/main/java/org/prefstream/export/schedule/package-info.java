/** Exports that are made again and again, and written to a target. */
@NullMarked
package org.prefstream.export.schedule;

import org.jspecify.annotations.NullMarked;
