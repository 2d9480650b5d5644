/** Projects: settings, labeling configuration, members, deletion. */
@NullMarked
package org.prefstream.task.project;

import org.jspecify.annotations.NullMarked;
