/** Tests of what is read out of copies. */
@NullMarked
package org.prefstream.annotation.copies;

import org.jspecify.annotations.NullMarked;
