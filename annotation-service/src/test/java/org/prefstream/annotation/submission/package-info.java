/** Tests of annotations without a database. */
@NullMarked
package org.prefstream.annotation.submission;

import org.jspecify.annotations.NullMarked;
