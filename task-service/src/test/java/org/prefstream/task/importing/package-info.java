@NullMarked
package org.prefstream.task.importing;

import org.jspecify.annotations.NullMarked;
