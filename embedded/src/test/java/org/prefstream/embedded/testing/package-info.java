@NullMarked
package org.prefstream.embedded.testing;

import org.jspecify.annotations.NullMarked;
