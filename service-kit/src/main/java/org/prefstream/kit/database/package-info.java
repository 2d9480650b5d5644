/** The database: transactions, statements for sets of rows, what its failures mean. */
@NullMarked
package org.prefstream.kit.database;

import org.jspecify.annotations.NullMarked;
