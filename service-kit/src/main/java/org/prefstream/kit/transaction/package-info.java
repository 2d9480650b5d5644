/** The only doors to the database for writing. */
@NullMarked
package org.prefstream.kit.transaction;

import org.jspecify.annotations.NullMarked;
