/** Sending what was recorded: never lost, never doubled. */
@NullMarked
package org.prefstream.kit.relay;

import org.jspecify.annotations.NullMarked;
