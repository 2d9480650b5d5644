/** Leases: which annotator works on which task now, and which task comes next. */
@NullMarked
package org.prefstream.annotation.lease;

import org.jspecify.annotations.NullMarked;
