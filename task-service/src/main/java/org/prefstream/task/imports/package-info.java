/** Imports: tasks by the file, all or nothing. */
@NullMarked
package org.prefstream.task.imports;

import org.jspecify.annotations.NullMarked;
