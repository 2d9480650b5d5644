/** Files of snapshots that go to a folder or a bucket which the operator names. */
@NullMarked
package org.prefstream.export.delivery;

import org.jspecify.annotations.NullMarked;
