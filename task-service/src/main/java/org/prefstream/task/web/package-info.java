/** What every resource needs: reading bodies, pages, counters that are not late, limits. */
@NullMarked
package org.prefstream.task.web;

import org.jspecify.annotations.NullMarked;
