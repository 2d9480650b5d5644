/**
 * What a judgement means: what was shown, the verdicts that a Label Studio result carries about it, and the dataset rows that
 * follow from them. Plain values and rules: no clock, no database, no HTTP.
 */
@NullMarked
package org.prefstream.annotation.verdict;

import org.jspecify.annotations.NullMarked;
