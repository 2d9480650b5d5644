/** Label Studio's tags: what each of them means, and which answers it takes. */
@NullMarked
package org.prefstream.labelstudio.tag;

import org.jspecify.annotations.NullMarked;
