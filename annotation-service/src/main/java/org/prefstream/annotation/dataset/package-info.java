/** The dataset: the rows to train on that follow from a judgement. All of it is plain values and rules. */
@NullMarked
package org.prefstream.annotation.dataset;

import org.jspecify.annotations.NullMarked;
