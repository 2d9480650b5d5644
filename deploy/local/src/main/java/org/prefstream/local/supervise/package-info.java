/**
 * Keeps a set of child processes running: starts them in the order that they need each other, starts again what dies, and
 * stops all in order. It knows nothing of what they are.
 */
@NullMarked
package org.prefstream.local.supervise;

import org.jspecify.annotations.NullMarked;
