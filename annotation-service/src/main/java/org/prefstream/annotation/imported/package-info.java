/** Annotations that came with imported tasks. */
@NullMarked
package org.prefstream.annotation.imported;

import org.jspecify.annotations.NullMarked;
