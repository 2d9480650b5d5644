@NullMarked
package org.prefstream.task.labeling;

import org.jspecify.annotations.NullMarked;
