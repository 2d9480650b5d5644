/** What users do with Prefstream, from end to end, against the packaged services as {@code deploy/up} starts them. */
@NullMarked
package org.prefstream.e2e;

import org.jspecify.annotations.NullMarked;
