/**
 * Keeps a set of processes running: starts them in the order of their dependencies, restarts those that crash, and
 * stops all of them in order. This package does not know what the processes are.
 */
@NullMarked
package org.prefstream.local.process;

import org.jspecify.annotations.NullMarked;
