package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.AppliedOffsets;

/** Gives exports the joined dataset to read. */
@ApplicationScoped
public class Dataset {

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
            keepAsItIs(connection);
            AppliedOffsets.requireStill(connection, applied);
            reading.read(new DatasetView(connection));
            return true;
        });
    }

    /** A portion looks into the index for each task. A join would begin each time at the first task of the project. */
    private static void keepAsItIs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only; "
                    + "set local enable_hashjoin = off; set local enable_mergejoin = off");
        }
    }

    /** What reads the dataset. It must not use the view after it has returned. */
    @FunctionalInterface
    public interface Reading {

        void read(DatasetView view);
    }
}
