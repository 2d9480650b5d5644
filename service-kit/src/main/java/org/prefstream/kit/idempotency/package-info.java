/** Equal retries get the first answer. */
@NullMarked
package org.prefstream.kit.idempotency;

import org.jspecify.annotations.NullMarked;
