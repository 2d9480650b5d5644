/** How annotations are submitted, edited and deleted, and how those that came with an import are applied. */
@NullMarked
package org.prefstream.annotation.submission;

import org.jspecify.annotations.NullMarked;
