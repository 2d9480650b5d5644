/** Handing a project's dataset out as a file. */
@NullMarked
package org.prefstream.export.download;

import org.jspecify.annotations.NullMarked;
