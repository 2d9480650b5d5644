/** Submitting: annotations as clients send, edit and delete them, and those that came with an import. */
@NullMarked
package org.prefstream.annotation.submission;

import org.jspecify.annotations.NullMarked;
