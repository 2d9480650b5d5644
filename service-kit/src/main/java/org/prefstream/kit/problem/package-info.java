/** Refusals and failures, and how they look on the wire. */
@NullMarked
package org.prefstream.kit.problem;

import org.jspecify.annotations.NullMarked;
