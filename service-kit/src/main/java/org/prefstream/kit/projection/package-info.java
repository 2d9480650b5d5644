/** Keeping copies of what other services own. */
@NullMarked
package org.prefstream.kit.projection;

import org.jspecify.annotations.NullMarked;
