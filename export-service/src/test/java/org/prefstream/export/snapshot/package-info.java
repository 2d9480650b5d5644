/** Tests of snapshots, against a real database and a real broker. */
@NullMarked
package org.prefstream.export.snapshot;

import org.jspecify.annotations.NullMarked;
