package org.prefstream.kit.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;

import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * One statement for any number of rows. Each column of the rows is sent as one array, which the SQL casts and unnests
 * ({@code unnest(cast(? as bigint[]), cast(? as text[]))}). Columns and values are given in the order of the SQL's
 * {@code ?}. Without rows nothing is executed.
 *
 * <p>A column calls its function for every row as soon as it is given. What the function throws is thrown there, before
 * anything is executed.
 */
public final class SetStatement<R> {

    private static final Pattern PLACE = Pattern.compile("\\?");
    /** The statements of the code, which are few, as the reactive driver wants them. */
    private static final Map<String, String> NUMBERED = new ConcurrentHashMap<>();

    private final String sql;
    private final List<R> rows;
    private final List<Object> parameters = new ArrayList<>();

    public SetStatement(String sql, List<R> rows) {
        this.sql = sql;
        this.rows = List.copyOf(rows);
    }

    /** The next {@code ?} is a column of {@code bigint[]}. */
    public SetStatement<R> longs(Function<? super R, ? extends @Nullable Long> column) {
        return column(column, Long[]::new);
    }

    /** The next {@code ?} is a column of {@code int[]}. */
    public SetStatement<R> ints(Function<? super R, ? extends @Nullable Integer> column) {
        return column(column, Integer[]::new);
    }

    /** The next {@code ?} is a column of {@code text[]}. */
    public SetStatement<R> texts(Function<? super R, ? extends @Nullable String> column) {
        return column(column, String[]::new);
    }

    /** The next {@code ?} is a column of {@code bytea[]}. JDBC does not take it. */
    public SetStatement<R> bytes(Function<? super R, ? extends @Nullable Buffer> column) {
        return column(column, Buffer[]::new);
    }

    /**
     * The next {@code ?} is a column of {@code bytea[]}, which the SQL makes texts of ({@code convert_from(column, 'UTF8')}). It is
     * for long texts: the reactive driver writes bytes at once, and a text character by character. JDBC does not take it.
     */
    public SetStatement<R> utf8(Function<? super R, ? extends @Nullable String> column) {
        return bytes(row -> utf8(column.apply(row)));
    }

    private static @Nullable Buffer utf8(@Nullable String text) {
        return text == null ? null : Buffer.buffer(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The next {@code ?} is a column of {@code boolean[]}. */
    public SetStatement<R> flags(Function<? super R, ? extends @Nullable Boolean> column) {
        return column(column, Boolean[]::new);
    }

    /** The next {@code ?} is one value for all rows. */
    public SetStatement<R> value(Object value) {
        parameters.add(value);
        return this;
    }

    private <T> SetStatement<R> column(Function<? super R, ? extends @Nullable T> column, IntFunction<T[]> array) {
        return value(rows.stream().map(column).toArray(array));
    }

    /** Executes it in the Panache transaction of the caller. {@return the number of rows that it changed} */
    public Uni<Integer> execute() {
        return rows.isEmpty() ? Uni.createFrom().item(0) : Panache.getSession().chain(session -> execute(session));
    }

    /** A native query of the session would be planned and bound anew for each call. */
    private Uni<Integer> execute(Mutiny.Session session) {
        return session.flush().chain(() -> send());
    }

    /**
     * Sends it at once in the Panache transaction of the caller, in which no entities wait to be written.
     *
     * @return the number of rows that it changed
     */
    public Uni<Integer> send() {
        return rows.isEmpty()
                ? Uni.createFrom().item(0)
                : SessionStatements.update(NUMBERED.computeIfAbsent(sql, SetStatement::numbered), parameters.toArray());
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** Sends it behind what the flight has sent before, even without rows. */
    Future<RowSet<Row>> sendOn(Flight flight) {
        return flight.send(NUMBERED.computeIfAbsent(sql, SetStatement::numbered), parameters.toArray());
    }

    private static String numbered(String sql) {
        AtomicInteger place = new AtomicInteger();
        return PLACE.matcher(sql).replaceAll(match -> "\\$" + place.incrementAndGet());
    }

    /** Executes it in the JDBC transaction of the caller. {@return the number of rows that it changed} */
    public int execute(Connection connection) throws SQLException {
        if (rows.isEmpty()) {
            return 0;
        }
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            return statement.executeUpdate();
        }
    }
}
