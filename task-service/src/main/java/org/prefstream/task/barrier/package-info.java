/** Says when everything that this service acknowledged is on its topics. */
@NullMarked
package org.prefstream.task.barrier;

import org.jspecify.annotations.NullMarked;
