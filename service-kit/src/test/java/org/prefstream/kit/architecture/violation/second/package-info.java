/** Examples of what the rules refuse and allow. */
@NullMarked
package org.prefstream.kit.architecture.violation.second;

import org.jspecify.annotations.NullMarked;
