/** How a project's dataset is handed out as it grows: as server-sent events, from the beginning or from wherever a reader stopped. */
@NullMarked
package org.prefstream.export.stream;

import org.jspecify.annotations.NullMarked;
