/** Tests of what a judgement means. */
@NullMarked
package org.prefstream.annotation.verdict;

import org.jspecify.annotations.NullMarked;
