@NullMarked
package org.prefstream.frontend.build;

import org.jspecify.annotations.NullMarked;
