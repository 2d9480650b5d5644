package org.prefstream.kit.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;

/**
 * The life that this database leads. A standby that is promoted, and a backup that is restored, go back to an earlier moment and
 * lead another life from there. Then a new epoch begins: revisions and ids are higher than all that the life before gave out.
 */
@ApplicationScoped
class DatabaseLife {

    private static final Logger LOG = Logger.getLogger(DatabaseLife.class);
    /**
     * Whoever takes ids locks their sequence, or the table that they go to, before that and until the transaction ends. Numbers from
     * 16384 on are no tables of PostgreSQL's own.
     */
    private static final String WRITERS = """
            select distinct virtualtransaction from pg_locks
            where locktype = 'relation' and mode = 'RowExclusiveLock' and granted and relation >= 16384
                and database = (select oid from pg_database where datname = current_database())
            """;
    private static final String BEGIN = """
            update outbox_identity set epoch = greatest(epoch + 1, ?), timeline = present_timeline() returning epoch
            """;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private final DataSource dataSource;

    DatabaseLife(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Names this database's outbox.
     *
     * @param outbox stays the same when the database fails over or is restored
     * @param epoch is raised then
     */
    record Identity(UUID outbox, int epoch) {
    }

    Identity identity() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select id, epoch from outbox_identity")) {
            row.next();
            return new Identity(row.getObject(1, UUID.class), row.getInt(2));
        }
    }

    /** {@return whether the database was promoted or restored since its epoch began} */
    boolean isAnother() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("select timeline <> present_timeline() from outbox_identity")) {
            row.next();
            return row.getBoolean(1);
        }
    }

    /** Notes that manifests are missing, or were there before this database: they would not show that it went back. */
    void notTraceable() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement update = connection.createStatement()) {
            update.execute("update outbox_identity set traceable = false where traceable");
        }
    }

    /**
     * Begins a new epoch. The sequences are raised first. Whoever took an id before that may not know the new epoch, so it begins
     * only when all of them have ended.
     *
     * @param leastEpoch the epoch is at least this one
     */
    void begin(int leastEpoch) throws SQLException, InterruptedException {
        raiseSequences();
        awaitEndOf(writers());
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(BEGIN)) {
            update.setInt(1, leastEpoch);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                LOG.warnf("the database was promoted or restored: epoch %d begins, with higher ids and revisions",
                        row.getInt(1));
            }
        }
    }

    /** The note is stored first: who is lost between the two must not leave ids out that nobody knows of. */
    private void raiseSequences() throws SQLException {
        try (Connection connection = dataSource.getConnection(); Statement raise = connection.createStatement()) {
            raise.execute("select note_lost_ids()");
            raise.execute("select raise_beyond_lost_ids()");
        }
    }

    /** {@return the transactions that may have taken ids of any table and have not ended} */
    Set<String> writers() throws SQLException {
        try (Connection connection = dataSource.getConnection();
                Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(WRITERS)) {
            Set<String> writers = new HashSet<>();
            while (row.next()) {
                writers.add(row.getString(1));
            }
            return writers;
        }
    }

    private void awaitEndOf(Set<String> writers) throws SQLException, InterruptedException {
        long deadline = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!Collections.disjoint(writers, writers())) {
            if (System.nanoTime() - deadline > 0) {
                throw new IllegalStateException("a transaction that began before the new epoch has not ended within %s"
                        .formatted(LONGEST_WAIT));
            }
            Thread.sleep(PAUSE.toMillis());
        }
    }
}
