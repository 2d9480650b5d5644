/** Drafts: work that was not submitted, kept for whoever began it. */
@NullMarked
package org.prefstream.annotation.draft;

import org.jspecify.annotations.NullMarked;
