/** The rules that every module keeps. */
@NullMarked
package org.prefstream.kit.architecture;

import org.jspecify.annotations.NullMarked;
