/** What every resource needs: reading bodies, pages, limits. */
@NullMarked
package org.prefstream.task.web;

import org.jspecify.annotations.NullMarked;
