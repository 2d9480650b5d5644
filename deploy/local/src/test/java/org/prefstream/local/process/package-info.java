@NullMarked
package org.prefstream.local.process;

import org.jspecify.annotations.NullMarked;
