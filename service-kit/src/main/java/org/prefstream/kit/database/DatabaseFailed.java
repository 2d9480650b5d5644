package org.prefstream.kit.database;

import java.sql.SQLException;

/** The database could not do what it was asked by JDBC. */
public final class DatabaseFailed extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DatabaseFailed(SQLException cause) {
        super(cause);
    }
}
