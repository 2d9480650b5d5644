/** Saying that something does not work, without saying it at every attempt. */
@NullMarked
package org.prefstream.kit.outage;

import org.jspecify.annotations.NullMarked;
