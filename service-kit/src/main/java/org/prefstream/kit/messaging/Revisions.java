package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.ToLongFunction;

import org.prefstream.kit.database.Flight;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Numbers the states of what is published. Readers keep the highest revision of a key, so each one is higher than all before
 * it, also when a backup was restored in between. The methods ask in the transaction of the caller: Panache's,
 * where no other one is named.
 */
public final class Revisions {

    /** The sequence is looked up once, in a query of its own: for each row that would cost ten times the number itself. */
    private static final String NEW = """
            with epoch as materialized (select next_revision(0) as first)
            select nextval((select cast(pg_get_serial_sequence(?1, 'id') as regclass))), first
            from epoch, generate_series(1, ?2)
            """;

    private static final String IDS = """
            select nextval((select cast(pg_get_serial_sequence(?, 'id') as regclass))) from generate_series(1, ?)
            """;

    /** In the order of ids, as everybody locks them. */
    private static final String LOCK = "select id from %s where id = any (cast(?1 as bigint[])) order by id for update";

    private static final String NEW_IN_FLIGHT = NEW.replace('?', '$');

    private Revisions() {
    }

    /** Asks for the ids and first revisions of that many new rows. {@return the rows, which {@link #identities} reads} */
    public static Future<RowSet<Row>> ofNew(Flight flight, String table, int count) {
        return flight.send(NEW_IN_FLIGHT, table, count);
    }

    /** {@return what {@link #ofNew(Flight, String, int)} has asked for} */
    public static List<NewIdentity> identities(RowSet<Row> rows) {
        List<NewIdentity> identities = new ArrayList<>();
        rows.forEach(row -> identities.add(new NewIdentity(row.getLong(0), row.getLong(1))));
        return identities;
    }

    /**
     * {@return the revision that follows on the present one, where the first revision of new rows is known}
     *
     * @param first the first revision that a new row would get in the same transaction
     */
    public static long after(long present, long first) {
        return Math.max(present + 1, first);
    }

    /** {@return the revision that follows on the present one; the caller holds the row's lock} */
    public static Uni<Long> after(long present) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("select next_revision(?1)", Long.class)
                        .setParameter(1, present)
                        .getSingleResult());
    }

    /** {@return the first revision of new rows} */
    public static Uni<Long> first() {
        return after(0);
    }

    /**
     * Locks rows until the transaction ends, so that nobody raises their revisions, and reads them. They are read by their range,
     * because Hibernate would plan a query anew for each number of ids.
     *
     * @param id gives a row's id
     * @param ids at least one, ascending; rows may be gone
     * @return the locked rows, in the order of ids
     */
    public static <T> Uni<List<T>> lock(PanacheRepositoryBase<T, Long> rows, String table, ToLongFunction<T> id,
            List<Long> ids) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(LOCK.formatted(table), Long.class)
                        .setParameter(1, ids.toArray(Long[]::new))
                        .getResultList())
                .map(HashSet::new)
                .chain(locked -> rows.list("id between ?1 and ?2 order by id", ids.get(0), ids.get(ids.size() - 1))
                        .map(found -> found.stream().filter(row -> locked.contains(id.applyAsLong(row))).toList()));
    }

    /** {@return so many new ids of a table, ascending, asked on the JDBC connection of the caller} */
    public static long[] ids(Connection connection, String table, int count) throws SQLException {
        long[] ids = new long[count];
        if (count == 0) {
            return ids;
        }
        try (PreparedStatement select = connection.prepareStatement(IDS)) {
            select.setString(1, table);
            select.setInt(2, count);
            try (ResultSet row = select.executeQuery()) {
                for (int i = 0; row.next(); i++) {
                    ids[i] = row.getLong(1);
                }
            }
        }
        return ids;
    }

    /** {@return the first revision of new rows, asked in the JDBC transaction of the caller} */
    public static long first(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select next_revision(0)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    /**
     * {@return the id and the first revision of a new row}
     *
     * @param table the row's, with a column {@code id} that counts by itself
     */
    public static Uni<NewIdentity> ofNew(String table) {
        return ofNew(table, 1).map(identities -> identities.get(0));
    }

    /** {@return the ids and first revisions of that many new rows} */
    public static Uni<List<NewIdentity>> ofNew(String table, int count) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(NEW, Object[].class)
                        .setParameter(1, table)
                        .setParameter(2, count)
                        .getResultList())
                .map(rows -> rows.stream().map(row -> new NewIdentity((Long) row[0], (Long) row[1])).toList());
    }
}
