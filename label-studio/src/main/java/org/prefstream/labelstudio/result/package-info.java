/** Results: what an annotator may answer, and what the answer means. */
@NullMarked
package org.prefstream.labelstudio.result;

import org.jspecify.annotations.NullMarked;
