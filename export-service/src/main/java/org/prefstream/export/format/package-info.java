/**
 * The files that an export can be: one class a format, which says what it is and writes itself, row after row, and holds none of
 * them. Which rows belong to an export is for its caller to say.
 */
@NullMarked
package org.prefstream.export.format;

import org.jspecify.annotations.NullMarked;
