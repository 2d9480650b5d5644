/** Lists have limits. */
@NullMarked
package org.prefstream.kit.paging;

import org.jspecify.annotations.NullMarked;
