/** The service's topics on its broker. */
@NullMarked
package org.prefstream.kit.topic;

import org.jspecify.annotations.NullMarked;
