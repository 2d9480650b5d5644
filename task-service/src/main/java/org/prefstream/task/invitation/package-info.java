/** Invitations: links by which people make their own accounts and become members of projects. */
@NullMarked
package org.prefstream.task.invitation;

import org.jspecify.annotations.NullMarked;
