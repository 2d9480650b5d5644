/** Answers from a model: what a project asks of which server, runs through tasks that miss answers, and where each answer came from. */
@NullMarked
package org.prefstream.task.generation;

import org.jspecify.annotations.NullMarked;
