/** How far this service's topics are. */
@NullMarked
package org.prefstream.annotation.barrier;

import org.jspecify.annotations.NullMarked;
