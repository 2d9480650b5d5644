/** The service's topics on its broker, and places in them. */
@NullMarked
package org.prefstream.kit.topic;

import org.jspecify.annotations.NullMarked;
