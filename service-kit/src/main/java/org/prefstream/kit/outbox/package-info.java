/** Recording, with a change, what is to be published about it. */
@NullMarked
package org.prefstream.kit.outbox;

import org.jspecify.annotations.NullMarked;
