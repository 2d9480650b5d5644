/** Submitted judgements, and the dataset records that follow from them. */
@NullMarked
package org.prefstream.annotation.annotation;

import org.jspecify.annotations.NullMarked;
