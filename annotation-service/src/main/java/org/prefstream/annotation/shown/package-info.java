/** What was shown to annotators, kept for ever. */
@NullMarked
package org.prefstream.annotation.shown;

import org.jspecify.annotations.NullMarked;
