/** Provides the real servers and the architecture rules for the tests of all modules. */
@NullMarked
package org.prefstream.embedded.testing;

import org.jspecify.annotations.NullMarked;
