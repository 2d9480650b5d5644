package org.prefstream.task.testing;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.prefstream.embedded.testing.RealServers;

/**
 * Keeps imports from their end: they bring an annotation whose {@code unique_id} this has added to the project in a transaction
 * that has not ended.
 */
public final class HeldImport implements AutoCloseable {

    private static final String WAITING = """
            select count(*) from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock' and query like ?
            """;

    private final Connection connection;
    /** What a transaction has seen of others' activity it sees for as long as it lasts. */
    private final Connection observer;
    private final UUID uniqueId;

    private HeldImport(Connection connection, Connection observer, UUID uniqueId) {
        this.connection = connection;
        this.observer = observer;
        this.uniqueId = uniqueId;
    }

    /** Adds a task to the project and holds imports into it from now on. */
    public static HeldImport hold(Api owner, int project) throws SQLException {
        int task = owner.task(project);
        UUID uniqueId = UUID.randomUUID();
        Connection connection = connect();
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection
                .prepareStatement("insert into imported_unique_id values (?, ?, ?)")) {
            insert.setLong(1, project);
            insert.setObject(2, uniqueId);
            insert.setLong(3, task);
            insert.executeUpdate();
        }
        return new HeldImport(connection, connect(), uniqueId);
    }

    private static Connection connect() throws SQLException {
        var servers = RealServers.shared();
        return DriverManager.getConnection(
                "jdbc:postgresql://" + servers.host() + ":" + servers.port() + "/" + TestServers.DATABASE,
                TestServers.DATABASE, TestServers.DATABASE);
    }

    /** {@return tasks as JSON, whose import is held until {@link #release}} */
    public String tasks(int count) {
        return IntStream.range(1, count)
                .mapToObj(i -> "{\"prompt\":\"p\",\"answer1\":\"a\",\"answer2\":\"b\"},")
                .collect(Collectors.joining("", "[", annotated(uniqueId) + "]"));
    }

    /** {@return a task with an annotation} */
    public static String annotated(UUID uniqueId) {
        return """
                {"data":{"prompt":"p","answer1":"a","answer2":"b"},"annotations":[{"unique_id":"%s","result":[
                {"from_name":"comparison","to_name":"comparison","type":"pairwise","value":{"selected":"left"}}]}]}"""
                .formatted(uniqueId);
    }

    /** Waits until so many imports are held, each within its transaction. */
    public void awaitImports(int count) {
        await().atMost(30, SECONDS).until(() -> waiting("%insert into imported_unique_id%") == count);
    }

    /** {@return how many statements of this form wait for a lock} */
    public int waiting(String statement) throws SQLException {
        try (PreparedStatement select = observer.prepareStatement(WAITING)) {
            select.setString(1, statement);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** Lets the imports go on, as if nothing had been added. */
    public void release() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
        observer.close();
    }
}
