/**
 * What a judgement means: what was shown, and the verdicts that a Label Studio result carries about it. All of it is plain
 * values and rules without a clock or HTTP; only {@link ShownContents} reads and writes the database.
 */
@NullMarked
package org.prefstream.annotation.verdict;

import org.jspecify.annotations.NullMarked;
