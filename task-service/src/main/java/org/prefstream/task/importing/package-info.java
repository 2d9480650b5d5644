/** Imports: files and request bodies read as streams of tasks, each checked before it reaches the database. */
@NullMarked
package org.prefstream.task.importing;

import org.jspecify.annotations.NullMarked;
