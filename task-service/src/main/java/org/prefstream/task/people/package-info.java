/** Accounts, their tokens and sessions, and who is a member of what. */
@NullMarked
package org.prefstream.task.people;

import org.jspecify.annotations.NullMarked;
