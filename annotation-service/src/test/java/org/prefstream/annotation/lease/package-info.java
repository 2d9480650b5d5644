/** Tests of leases without a database. */
@NullMarked
package org.prefstream.annotation.lease;

import org.jspecify.annotations.NullMarked;
