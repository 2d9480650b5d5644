/** Who labels what now. */
@NullMarked
package org.prefstream.annotation.lease;

import org.jspecify.annotations.NullMarked;
