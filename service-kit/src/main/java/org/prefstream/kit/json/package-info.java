/** How Prefstream writes and reads JSON. */
@NullMarked
package org.prefstream.kit.json;

import org.jspecify.annotations.NullMarked;
