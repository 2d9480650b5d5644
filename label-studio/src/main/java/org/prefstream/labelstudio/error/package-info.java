/** Refusals, and how they look on the wire. */
@NullMarked
package org.prefstream.labelstudio.error;

import org.jspecify.annotations.NullMarked;
