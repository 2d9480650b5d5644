/** What is done with chosen tasks at once, as Label Studio's data manager asks for it. */
@NullMarked
package org.prefstream.task.action;

import org.jspecify.annotations.NullMarked;
