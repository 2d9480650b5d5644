/** The installation: its version, and what its first start makes. */
@NullMarked
package org.prefstream.task.installation;

import org.jspecify.annotations.NullMarked;
