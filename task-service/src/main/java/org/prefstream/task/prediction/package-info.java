/** Predictions: what models would answer to tasks, sent by scripts and seen by owners and managers. */
@NullMarked
package org.prefstream.task.prediction;

import org.jspecify.annotations.NullMarked;
