/** The copy of annotations from which tasks and projects are counted. */
@NullMarked
package org.prefstream.task.counters;

import org.jspecify.annotations.NullMarked;
