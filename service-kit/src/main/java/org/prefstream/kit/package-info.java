/** What every Prefstream service needs. Nothing here knows a particular service. */
@NullMarked
package org.prefstream.kit;

import org.jspecify.annotations.NullMarked;
