/** Reading imports: files and request bodies as streams of tasks, each checked before it reaches the database. */
@NullMarked
package org.prefstream.task.imports.read;

import org.jspecify.annotations.NullMarked;
