/** What every Prefstream service needs once. Knows no service. */
@NullMarked
package org.prefstream.kit;

import org.jspecify.annotations.NullMarked;
