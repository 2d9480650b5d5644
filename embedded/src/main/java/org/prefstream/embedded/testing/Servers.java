package org.prefstream.embedded.testing;

/**
 * Tells a test where the real servers are.
 *
 * @param host
 *            the host of PostgreSQL
 * @param port
 *            the port of PostgreSQL
 * @param password
 *            the password of the superuser {@code postgres}
 * @param bootstrap
 *            the bootstrap address for Kafka clients
 */
public record Servers(String host, int port, String password, String bootstrap) {

    /** {@return the JDBC URL of a database, without user and password} */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://%s:%d/%s".formatted(host, port, database);
    }

    /**
     * Creates a database, unless it exists. It belongs to a role of the same name, whose password is also the name.
     *
     * @return the name of the database
     */
    public String createDatabase(String name) {
        RealServers.createDatabase(name);
        return name;
    }
}
