package org.prefstream.kit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.postgresql.ds.PGSimpleDataSource;
import org.prefstream.embedded.testing.RealServers;
import org.prefstream.embedded.testing.Servers;

/** The kit's database as a test looks at it from outside, or disturbs it. */
@ApplicationScoped
public class KitDatabase {

    private final DataSource dataSource;

    KitDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** {@return the first column of the rows found, as text} */
    public List<String> select(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                select.setObject(i + 1, parameters[i]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(String.valueOf(row.getString(1)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Executes a statement that changes something. */
    public void execute(String sql, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keeps everybody from writing to a table until it is closed; reading goes on. */
    public Lock holdBack(String table) {
        try {
            Connection connection = dataSource.getConnection();
            connection.setAutoCommit(false);
            try (Statement lock = connection.createStatement()) {
                lock.execute("lock table " + table + " in exclusive mode");
            }
            return () -> {
                connection.rollback();
                connection.setAutoCommit(true);
                connection.close();
            };
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Something that is held back. */
    @FunctionalInterface
    public interface Lock extends AutoCloseable {

        @Override
        void close() throws SQLException;
    }

    /** Executes a statement as the server's administrator. */
    public static List<String> asAdministrator(String sql) {
        Servers servers = RealServers.shared();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(servers.jdbcUrl("postgres"));
        source.setUser("postgres");
        source.setPassword(servers.password());
        return new KitDatabase(source).results(sql);
    }

    private List<String> results(String sql) {
        try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
            List<String> found = new ArrayList<>();
            if (statement.execute(sql)) {
                try (ResultSet row = statement.getResultSet()) {
                    while (row.next()) {
                        found.add(String.valueOf(row.getString(1)));
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
