package org.prefstream.embedded.testing;

/**
 * Where a test finds the real servers.
 *
 * @param host
 *            PostgreSQL's host
 * @param port
 *            PostgreSQL's port
 * @param password
 *            the password of the superuser {@code postgres}
 * @param bootstrap
 *            the address that Kafka clients start from
 */
public record Servers(String host, int port, String password, String bootstrap) {

    /** {@return the address of a database for JDBC, without user and password} */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /**
     * Makes a database that belongs to a role of the same name with the same password, unless it exists.
     *
     * @return its name
     */
    public String createDatabase(String name) {
        RealServers.createDatabase(name);
        return name;
    }
}
