@NullMarked
package org.prefstream.export.schedule;

import org.jspecify.annotations.NullMarked;
