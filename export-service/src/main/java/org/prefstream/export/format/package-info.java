/**
 * The files that an export can be. Each format is one class, which says what it is, and writes row after row without keeping
 * any. Which rows belong to an export is for the caller of the format to say.
 */
@NullMarked
package org.prefstream.export.format;

import org.jspecify.annotations.NullMarked;
