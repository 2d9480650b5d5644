/** Labeling configurations: the XML that says what annotators see and what they may answer, read here and nowhere else. */
@NullMarked
package org.prefstream.task.labeling;

import org.jspecify.annotations.NullMarked;
