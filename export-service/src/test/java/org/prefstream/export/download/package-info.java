/** How files reach those who asked for them. */
@NullMarked
package org.prefstream.export.download;

import org.jspecify.annotations.NullMarked;
