/** Copies of what task-service owns (people, projects, tasks), and how many more annotators each task needs. */
@NullMarked
package org.prefstream.annotation.copies;

import org.jspecify.annotations.NullMarked;
