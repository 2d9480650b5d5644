/** Who is asking. */
@NullMarked
package org.prefstream.kit.security;

import org.jspecify.annotations.NullMarked;
