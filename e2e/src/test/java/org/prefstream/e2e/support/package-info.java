/** What the journeys need: the system as a child process, its API, its topics, Python. */
@NullMarked
package org.prefstream.e2e.support;

import org.jspecify.annotations.NullMarked;
