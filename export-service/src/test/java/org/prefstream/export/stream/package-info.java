/** How files reach those who asked for them. */
@NullMarked
package org.prefstream.export.stream;

import org.jspecify.annotations.NullMarked;
