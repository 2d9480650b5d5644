/** Copies of what other services own: how they are kept, and how a reader waits for them. */
@NullMarked
package org.prefstream.kit.projection;

import org.jspecify.annotations.NullMarked;
