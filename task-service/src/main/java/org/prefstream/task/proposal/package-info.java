/** What a file holds, and a labeling configuration for it, before there is a project. */
@NullMarked
package org.prefstream.task.proposal;

import org.jspecify.annotations.NullMarked;
