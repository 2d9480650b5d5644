/**
 * The joined dataset: copies of projects, tasks, annotations and preferences, kept by projections and read by exports. Nothing
 * but a projection writes to it.
 */
@NullMarked
package org.prefstream.export.dataset;

import org.jspecify.annotations.NullMarked;
