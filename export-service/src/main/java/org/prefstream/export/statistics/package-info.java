/** Statistics of a project's judgements, from sums that are kept as copies arrive. */
@NullMarked
package org.prefstream.export.statistics;

import org.jspecify.annotations.NullMarked;
