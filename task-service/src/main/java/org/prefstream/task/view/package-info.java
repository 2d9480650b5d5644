/** Saved views of a project's tasks: filters, an ordering and a selection under a title. */
@NullMarked
package org.prefstream.task.view;

import org.jspecify.annotations.NullMarked;
