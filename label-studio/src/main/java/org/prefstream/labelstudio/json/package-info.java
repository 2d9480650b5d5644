/** JSON as Prefstream reads, stores and writes it. */
@NullMarked
package org.prefstream.labelstudio.json;

import org.jspecify.annotations.NullMarked;
