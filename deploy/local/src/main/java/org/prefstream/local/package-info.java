/** The program {@code deploy/up}, which runs the whole system on one machine. */
@NullMarked
package org.prefstream.local;

import org.jspecify.annotations.NullMarked;
