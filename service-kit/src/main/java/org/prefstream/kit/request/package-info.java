/** Reading what clients send. */
@NullMarked
package org.prefstream.kit.request;

import org.jspecify.annotations.NullMarked;
