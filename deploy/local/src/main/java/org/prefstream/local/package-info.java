/** The whole system on one machine: what it consists of, how it is started, and what is told to the one who starts it. */
@NullMarked
package org.prefstream.local;

import org.jspecify.annotations.NullMarked;
