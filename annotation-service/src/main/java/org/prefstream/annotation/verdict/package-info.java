/**
 * What a judgement means: what was shown, whether a Label Studio result is a possible answer to it, the verdicts that the
 * result carries, and the dataset rows that follow from them. Plain values and rules: no clock, no database, no HTTP.
 */
@NullMarked
package org.prefstream.annotation.verdict;

import org.jspecify.annotations.NullMarked;
