/** What clients ask about the installation itself: version, templates, organization. */
@NullMarked
package org.prefstream.task.site;

import org.jspecify.annotations.NullMarked;
