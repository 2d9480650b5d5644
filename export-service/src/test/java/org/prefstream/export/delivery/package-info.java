@NullMarked
package org.prefstream.export.delivery;

import org.jspecify.annotations.NullMarked;
