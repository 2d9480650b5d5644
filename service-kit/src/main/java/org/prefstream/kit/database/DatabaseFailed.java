package org.prefstream.kit.database;

import java.sql.SQLException;

/** Says that the database could not do what it was asked through JDBC. */
public final class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailed(SQLException cause) {
        super(cause);
    }
}
