/** Which request paths the door and the services take. */
@NullMarked
package org.prefstream.labelstudio.path;

import org.jspecify.annotations.NullMarked;
