package org.prefstream.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.prefstream.kit.KitDatabase;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;

/** A connection that leads to a node which takes no writes is not used again: the next one may lead to the right node. */
@QuarkusTest
class SwitchedNodeTest {

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String TAKE_NO_WRITES = "set transaction read only";
    private static final String WRITE = "insert into note (words) values ('never')";

    @Inject
    Transactions transactions;

    @Inject
    Connections connections;

    @Inject
    Flights flights;

    @Inject
    Vertx vertx;

    @Inject
    KitDatabase database;

    final AtomicInteger process = new AtomicInteger();

    @Test
    void ofTheReactivePool() {
        Uni<Integer> refused = transactions.write(() -> Panache.getSession()
                .chain(session -> session.createNativeQuery("select pg_backend_pid()", Integer.class)
                        .getSingleResult()
                        .invoke(process::set)
                        .chain(() -> session.createNativeQuery(TAKE_NO_WRITES).executeUpdate())
                        .chain(() -> session.createNativeQuery(WRITE).executeUpdate())));

        assertThatThrownBy(() -> refused.await().atMost(SOON))
                .satisfies(failure -> assertThat(DatabaseErrors.isReadOnly(failure)).isTrue());

        awaitEndOfItsConnection();
    }

    @Test
    void ofTheJdbcPool() {
        assertThatThrownBy(() -> transactions.bulk(this::writeWhereNothingIsWritten))
                .satisfies(failure -> assertThat(DatabaseErrors.isReadOnly(failure)).isTrue());

        awaitEndOfItsConnection();
    }

    private int writeWhereNothingIsWritten(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row = statement.executeQuery("select pg_backend_pid()")) {
                row.next();
                process.set(row.getInt(1));
            }
            statement.execute(TAKE_NO_WRITES);
            return statement.executeUpdate(WRITE);
        }
    }

    @Test
    void ofGroups() {
        var committer = new GroupCommit<String, String>(vertx, connections, this::store, String::length,
                new GroupLimits(10, 1_000, 10, 1_000, Duration.ofSeconds(1)), inBulk -> {
                });

        assertThatThrownBy(() -> committer.commit("refused").await().atMost(SOON))
                .satisfies(failure -> assertThat(DatabaseErrors.isReadOnly(failure)).isTrue());

        awaitEndOfItsConnection();
    }

    @Test
    void ofFlights() {
        assertThatThrownBy(
                () -> flights.write(flight -> store(flight, List.of()).call(flight::landed)).await().atMost(SOON))
                .satisfies(failure -> assertThat(DatabaseErrors.isReadOnly(failure)).isTrue());

        awaitEndOfItsConnection();
    }

    private Uni<List<Outcome<String>>> store(Flight flight, List<String> group) {
        var pid = flight.send("select pg_backend_pid()");
        return flight.landed().map(landed -> {
            process.set(pid.result().iterator().next().getInteger(0));
            flight.command(TAKE_NO_WRITES);
            flight.command(WRITE);
            return group.stream().<Outcome<String>>map(Outcome.Done::new).toList();
        });
    }

    private void awaitEndOfItsConnection() {
        assertThat(process.get()).isPositive();
        await().atMost(SOON)
                .until(() -> database.select("select pid from pg_stat_activity where pid = ?", process.get())
                        .isEmpty());
    }
}
