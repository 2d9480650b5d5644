/**
 * Prepares and starts the local system: which processes it consists of, how they are started, and what the person who
 * starts it is told.
 */
@NullMarked
package org.prefstream.local.startup;

import org.jspecify.annotations.NullMarked;
