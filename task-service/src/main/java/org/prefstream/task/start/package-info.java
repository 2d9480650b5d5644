/** What a new installation begins with: the owner and a sample project. */
@NullMarked
package org.prefstream.task.start;

import org.jspecify.annotations.NullMarked;
