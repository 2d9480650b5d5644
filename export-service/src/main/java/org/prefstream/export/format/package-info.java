/**
 * The files that an export can be: writers that take one row after the other and hold none of them. Plain Java over an output
 * stream; which rows belong to an export is for its caller to say.
 */
@NullMarked
package org.prefstream.export.format;

import org.jspecify.annotations.NullMarked;
