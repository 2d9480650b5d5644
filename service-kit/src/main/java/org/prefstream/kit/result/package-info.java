/**
 * Whether a Label Studio result is a possible answer to what a labeling configuration shows and asks. Plain values and rules: no
 * clock, no database, no HTTP.
 */
@NullMarked
package org.prefstream.kit.result;

import org.jspecify.annotations.NullMarked;
