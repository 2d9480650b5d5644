@NullMarked
package org.prefstream.embedded;

import org.jspecify.annotations.NullMarked;
