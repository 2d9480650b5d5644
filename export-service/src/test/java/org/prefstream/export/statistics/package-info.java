/** Tests of statistics. */
@NullMarked
package org.prefstream.export.statistics;

import org.jspecify.annotations.NullMarked;
