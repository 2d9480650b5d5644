package org.prefstream.embedded;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * Administers a running PostgreSQL as its superuser: tells whether it is ready, and gives each service a database and a
 * role of its own.
 *
 * @param host
 *            the host of the server
 * @param port
 *            the port of the server
 * @param password
 *            the password of the superuser
 */
public record PostgresAdmin(String host, int port, String password) {

    private static final int CONNECT_SECONDS_MAX = 5;
    private static final String NAME = "[a-z][a-z0-9_]{0,62}";

    /** {@return whether the server accepts connections and answers} */
    public boolean isReady() {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            return statement.execute("select 1");
        } catch (SQLException notYet) {
            return false;
        }
    }

    /**
     * Makes sure that the database exists, belongs to the role, and is closed to other roles. The role gets the given
     * password. Repeated calls are allowed.
     *
     * @throws IllegalArgumentException
     *             if a name has characters other than lower-case letters, digits and underscores
     */
    public void createDatabase(String database, String role, String rolePassword) throws SQLException {
        try (Connection connection = connect(); Statement statement = connection.createStatement()) {
            String verb = exists(connection, "select 1 from pg_roles where rolname = ?", role) ? "alter" : "create";
            statement.execute(
                    "%s role %s login password '%s'".formatted(verb, checked(role), rolePassword.replace("'", "''")));
            if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
                statement.execute("create database %s owner %s".formatted(checked(database), checked(role)));
            }
            statement.execute("revoke connect, temporary on database %s from public".formatted(checked(database)));
        }
    }

    /** {@return the JDBC URL of a database, without user and password} */
    String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    private Connection connect() throws SQLException {
        // DriverManager would see only the drivers of the class loader of its caller.
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(jdbcUrl("postgres"));
        source.setUser(PostgresCluster.SUPERUSER);
        source.setPassword(password);
        source.setConnectTimeout(CONNECT_SECONDS_MAX);
        return source.getConnection();
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static String checked(String name) {
        if (!name.matches(NAME)) {
            throw new IllegalArgumentException("Not a name for a database or role: " + name);
        }
        return name;
    }
}
