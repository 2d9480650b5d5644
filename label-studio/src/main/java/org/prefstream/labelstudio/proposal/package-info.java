/** Recognises what the columns of a file are, and proposes a labeling configuration for them. */
@NullMarked
package org.prefstream.labelstudio.proposal;

import org.jspecify.annotations.NullMarked;
