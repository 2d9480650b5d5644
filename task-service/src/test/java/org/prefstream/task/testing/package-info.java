/** What the tests of this service share: the API as a client uses it, and topics as a consumer reads them. */
@NullMarked
package org.prefstream.task.testing;

import org.jspecify.annotations.NullMarked;
