/** What the tests of this service share: the topics of a task-service of their own, clients, and results. */
@NullMarked
package org.prefstream.annotation.testing;

import org.jspecify.annotations.NullMarked;
