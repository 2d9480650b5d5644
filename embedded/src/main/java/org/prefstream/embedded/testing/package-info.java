/** The real servers that all modules' tests run on. */
@NullMarked
package org.prefstream.embedded.testing;

import org.jspecify.annotations.NullMarked;
