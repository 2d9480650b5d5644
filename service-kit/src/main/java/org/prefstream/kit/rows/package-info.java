/** Storing any number of rows at once. */
@NullMarked
package org.prefstream.kit.rows;

import org.jspecify.annotations.NullMarked;
