/** What a labeling configuration shows of a task: values, candidates, conversations. */
@NullMarked
package org.prefstream.labelstudio.task;

import org.jspecify.annotations.NullMarked;
