@NullMarked
package org.prefstream.local.supervise;

import org.jspecify.annotations.NullMarked;
