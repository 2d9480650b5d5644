/** How the dataset comes about. */
@NullMarked
package org.prefstream.export.dataset;

import org.jspecify.annotations.NullMarked;
