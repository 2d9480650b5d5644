@NullMarked
package org.prefstream.local;

import org.jspecify.annotations.NullMarked;
