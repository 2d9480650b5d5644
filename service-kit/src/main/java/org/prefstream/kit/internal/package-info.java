/** Calls between services. */
@NullMarked
package org.prefstream.kit.internal;

import org.jspecify.annotations.NullMarked;
