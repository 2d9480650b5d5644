package org.prefstream.embedded.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * How PostgreSQL reads for a statement that a service asks often: with the parameters that the service sets, and with one plan for all
 * values.
 */
public final class QueryPlan {

    /** Of the transactions in which people's requests are written. */
    public static final String IN_FLIGHTS = "set local enable_seqscan = off; set local enable_bitmapscan = off; "
            + "set local enable_incremental_sort = off; set local enable_hashjoin = off; set local enable_mergejoin = off; "
            + "set local max_parallel_workers_per_gather = 0";
    /** Of all others. */
    public static final String IN_SESSIONS = "set local enable_seqscan = off";
    private static final String FOR_ALL_VALUES = "set local plan_cache_mode = force_generic_plan";

    private QueryPlan() {
    }

    /**
     * {@return the plans among rows that are there for as long as they are made, as EXPLAIN writes them: first while nothing is known of the
     * rows, then with their statistics}
     *
     * @param parameters {@link #IN_FLIGHTS} or {@link #IN_SESSIONS}
     * @param rows the statement that inserts them
     * @param table whose statistics are taken then
     * @param sql what is asked, with parameters as PostgreSQL or Hibernate write them
     * @param values SQL literals, one for each parameter
     */
    public static String of(DataSource database, String parameters, String rows, String table, String sql,
            String... values) throws SQLException {
        return explained(database, statement -> {
            statement.execute(parameters + "; " + FOR_ALL_VALUES);
            statement.execute(rows);
            statement.execute("prepare asked as " + sql.replace('?', '$'));
            String asked = "execute asked (" + String.join(", ", values) + ")";
            String ofUnknown = plan(statement, asked);
            statement.execute("analyze " + table);
            return ofUnknown + plan(statement, asked);
        });
    }

    /**
     * {@return the plan for values, among rows that PostgreSQL knows and others that have come since}
     *
     * @param parameters {@link #IN_FLIGHTS} or {@link #IN_SESSIONS}
     * @param known the statements that insert what is known
     * @param tables whose statistics are taken then
     * @param since the statements that insert the rest
     * @param sql what is asked, without parameters
     */
    public static String amongNewRows(DataSource database, String parameters, String known, String tables, String since,
            String sql) throws SQLException {
        return explained(database, statement -> {
            statement.execute(parameters + "; " + known + "; analyze " + tables + "; " + since);
            return plan(statement, sql);
        });
    }

    private static String explained(DataSource database, Explaining work) throws SQLException {
        try (Connection connection = database.getConnection(); Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            try {
                return work.explain(statement);
            } finally {
                connection.rollback();
                statement.execute("deallocate all");
                connection.commit();
            }
        }
    }

    /** Has plans made in a transaction. */
    @FunctionalInterface
    private interface Explaining {

        String explain(Statement statement) throws SQLException;
    }

    private static String plan(Statement statement, String asked) throws SQLException {
        StringBuilder plan = new StringBuilder();
        try (ResultSet rows = statement.executeQuery("explain " + asked)) {
            while (rows.next()) {
                plan.append(rows.getString(1)).append('\n');
            }
        }
        return plan.toString();
    }
}
