/** Tasks and predictions: stored, listed, changed, published. */
@NullMarked
package org.prefstream.task.tasks;

import org.jspecify.annotations.NullMarked;
