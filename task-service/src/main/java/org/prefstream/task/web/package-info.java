/** What several resources of this service say to browsers. */
@NullMarked
package org.prefstream.task.web;

import org.jspecify.annotations.NullMarked;
