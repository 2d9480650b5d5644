/** Which tasks of a project are twins: those with the same data, whatever the order of the compared answers. */
@NullMarked
package org.prefstream.task.twin;

import org.jspecify.annotations.NullMarked;
