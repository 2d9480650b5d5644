/** What every resource needs: reading bodies, answering once, limits. */
@NullMarked
package org.prefstream.task.web;

import org.jspecify.annotations.NullMarked;
