/** Examples of what the rules refuse and allow. */
@NullMarked
package org.prefstream.export;

import org.jspecify.annotations.NullMarked;
