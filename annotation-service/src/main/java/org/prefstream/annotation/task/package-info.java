/** This service's copy of tasks, and how many people each still needs. */
@NullMarked
package org.prefstream.annotation.task;

import org.jspecify.annotations.NullMarked;
