/** Waiting, before an export, until everything that was acknowledged is in the dataset. */
@NullMarked
package org.prefstream.export.barrier;

import org.jspecify.annotations.NullMarked;
