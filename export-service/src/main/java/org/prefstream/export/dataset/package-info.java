/**
 * The joined dataset: copies of projects, tasks, annotations and preferences, which projections keep and exports read. Only
 * projections write to it.
 */
@NullMarked
package org.prefstream.export.dataset;

import org.jspecify.annotations.NullMarked;
