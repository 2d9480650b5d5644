/** How a project's dataset is handed out as a file. */
@NullMarked
package org.prefstream.export.download;

import org.jspecify.annotations.NullMarked;
