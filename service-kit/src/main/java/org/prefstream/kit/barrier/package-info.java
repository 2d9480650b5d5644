/** Waiting until what was acknowledged has been applied. */
@NullMarked
package org.prefstream.kit.barrier;

import org.jspecify.annotations.NullMarked;
