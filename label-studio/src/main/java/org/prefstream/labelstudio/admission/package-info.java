/** How many requests the door and the services let in at a time, and in which order. */
@NullMarked
package org.prefstream.labelstudio.admission;

import org.jspecify.annotations.NullMarked;
