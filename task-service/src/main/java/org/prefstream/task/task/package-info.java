/** Tasks: how they are written, listed and deleted, with a summary of what was annotated. */
@NullMarked
package org.prefstream.task.task;

import org.jspecify.annotations.NullMarked;
