@NullMarked
package org.prefstream.local.startup;

import org.jspecify.annotations.NullMarked;
