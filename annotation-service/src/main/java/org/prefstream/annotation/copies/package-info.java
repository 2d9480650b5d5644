/** Copies of what other services own: people, projects and tasks, and how many annotators each task still needs. */
@NullMarked
package org.prefstream.annotation.copies;

import org.jspecify.annotations.NullMarked;
