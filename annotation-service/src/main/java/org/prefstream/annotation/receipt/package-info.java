/** What annotators are told about their own recent work: a receipt of it, and which side they prefer. */
@NullMarked
package org.prefstream.annotation.receipt;

import org.jspecify.annotations.NullMarked;
