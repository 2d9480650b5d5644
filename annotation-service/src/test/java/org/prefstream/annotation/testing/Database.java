package org.prefstream.annotation.testing;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

/** The service's database, for tests that let transactions meet on purpose. */
@ApplicationScoped
public class Database {

    private static final Duration SOON = Duration.ofSeconds(30);

    private final DataSource dataSource;

    Database(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A transaction that ends when it is told to, and is rolled back if nobody does. */
    public static final class Open implements AutoCloseable {

        private final Connection connection;

        private Open(Connection connection) {
            this.connection = connection;
        }

        /** Executes a statement. {@return this} */
        public Open execute(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = prepare(connection, sql, values)) {
                statement.execute();
            }
            return this;
        }

        public void commit() throws SQLException {
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.setAutoCommit(true);
            connection.close();
        }
    }

    /** {@return a transaction that has begun} */
    public Open open() throws SQLException {
        Connection connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        return new Open(connection);
    }

    /** Executes a statement in a transaction of its own. */
    public void execute(String sql, Object... values) throws SQLException {
        try (Open transaction = open()) {
            transaction.execute(sql, values).commit();
        }
    }

    /** {@return the rows that one statement finds, each as its columns} */
    public List<List<Object>> select(String sql, Object... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = prepare(connection, sql, values);
                ResultSet row = select.executeQuery()) {
            List<List<Object>> found = new ArrayList<>();
            while (row.next()) {
                List<Object> columns = new ArrayList<>();
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    columns.add(row.getObject(i));
                }
                found.add(columns);
            }
            return found;
        }
    }

    /** Waits until a statement whose text contains a word waits for a lock of another transaction. */
    public void awaitWaiting(String word) {
        await().atMost(SOON).until(() -> !select("""
                select pid from pg_stat_activity
                where datname = current_database() and wait_event_type = 'Lock' and query like ?
                """, "%" + word + "%").isEmpty());
    }

    private static PreparedStatement prepare(Connection connection, String sql, Object... values) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
