package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.AppliedOffsets;

/** Gives exports the joined dataset to read. */
@ApplicationScoped
public class Dataset {

    static final String REPEATABLE = "repeatable read";
    /** Sets whether PostgreSQL may choose what takes a table as a whole. */
    static final String JOINS_AND_SORTS = Stream
            .of("hashjoin", "mergejoin", "material", "bitmapscan", "sort", "incremental_sort")
            .map("set local enable_%s = $"::formatted)
            .collect(Collectors.joining("; "));
    /** The first number of the advisory lock under which rows of a project are frozen and removed. */
    private static final int FROZEN_LOCK = 0x736e_6170;

    private final Transactions transactions;

    Dataset(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Opens a view of the dataset as it is now, and closes it when the reading returns. What arrives meanwhile is not in it.
     * The method blocks, so it is for worker threads only.
     *
     * @param applied how far the copies were when the reader's barrier had passed; fails with a 503 if the database, which does not
     *        bring copies to the disk at once, has crashed since and lost some of it
     */
    public void read(Positions applied, Reading reading) {
        transactions.bulk(connection -> {
            begin(connection, REPEATABLE + " read only");
            AppliedOffsets.requireStill(connection, applied);
            reading.read(new DatasetView(connection));
            return true;
        });
    }

    /**
     * Does work that keeps rows of a project as they are now, in one transaction, one at a time of each project. It blocks.
     *
     * @param applied as for {@link #read}
     * @throws DatabaseFailed also if somebody kept the same rows meanwhile; another attempt may then succeed
     */
    public <T> T freeze(Positions applied, long projectId, Freezing<T> work) {
        return transactions.bulk(connection -> {
            begin(connection, REPEATABLE);
            lockFrozen(connection, projectId);
            AppliedOffsets.requireStill(connection, applied);
            return work.freeze(new DatasetView(connection), connection);
        });
    }

    /** Reads what was frozen, as it is at one moment. It blocks. */
    public <T> T readFrozen(FrozenWork<T> work) {
        return transactions.bulk(connection -> {
            begin(connection, REPEATABLE + " read only");
            return work.run(new FrozenRows(connection), connection);
        });
    }

    /** Changes what was frozen of a project, while nobody else does. It blocks. */
    public <T> T changeFrozen(long projectId, FrozenWork<T> work) {
        return transactions.bulk(connection -> {
            lockFrozen(connection, projectId);
            return work.run(new FrozenRows(connection), connection);
        });
    }

    private static void lockFrozen(Connection connection, long projectId) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_advisory_xact_lock(?, ?)")) {
            lock.setInt(1, FROZEN_LOCK);
            lock.setInt(2, Long.hashCode(projectId));
            lock.execute();
        }
    }

    /**
     * A portion is read in the order of an index and looks into another one for each of its rows, also of a project that PostgreSQL has no
     * statistics of yet. A join would begin each time at the first task of the project, and what is sorted is sorted each time with all
     * that is left.
     */
    static void begin(Connection connection, String mode) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level " + mode + "; " + JOINS_AND_SORTS.replace("$", "off"));
        }
    }

    /** What reads the dataset. It must not use the view after it has returned. */
    @FunctionalInterface
    public interface Reading {

        void read(DatasetView view);
    }

    /** Keeps rows of the dataset. It must use neither the view nor the connection after it has returned. */
    @FunctionalInterface
    public interface Freezing<T> {

        T freeze(DatasetView view, Connection connection) throws SQLException;
    }

    /** Work on what was frozen. It must use neither the rows nor the connection after it has returned. */
    @FunctionalInterface
    public interface FrozenWork<T> {

        T run(FrozenRows frozen, Connection connection) throws SQLException;
    }
}
