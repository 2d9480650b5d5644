/** Tests of the files that an export can be. */
@NullMarked
package org.prefstream.export.format.training;

import org.jspecify.annotations.NullMarked;
