package org.prefstream.export.dataset;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;

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
     */
    public void read(Reading reading) {
        transactions.bulk(connection -> {
            keepAsItIs(connection);
            reading.read(new DatasetView(connection));
            return true;
        });
    }

    private static void keepAsItIs(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set transaction isolation level repeatable read read only");
        }
    }

    /** What reads the dataset. It must not use the view after it has returned. */
    @FunctionalInterface
    public interface Reading {

        void read(DatasetView view);
    }
}
