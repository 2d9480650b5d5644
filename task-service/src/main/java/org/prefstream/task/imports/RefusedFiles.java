package org.prefstream.task.imports;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.contract.Times;
import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;

/** The files of rows that imports have left out, each for a day. All methods block. */
@ApplicationScoped
class RefusedFiles {

    private static final Duration KEPT = Duration.ofDays(1);
    private static final String READ = """
            select file_name, content from refused_rows
            where project_id = ? and import_id = ? and part = ? and piece = ? and created_at > cast(? as timestamptz)
            """;
    private static final String SWEEP = "delete from refused_rows where created_at <= cast(? as timestamptz)";

    private final Transactions transactions;
    private final Clock clock;

    RefusedFiles(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    /** A part of such a file, some megabytes at most. */
    record Piece(String fileName, String content) {
    }

    /** {@return a piece of a file, from 0}; empty if it has ended, or there is no such file */
    Optional<Piece> piece(long projectId, UUID importId, int part, int piece) {
        return transactions.bulk(connection -> {
            try (PreparedStatement select = connection.prepareStatement(READ)) {
                select.setLong(1, projectId);
                select.setObject(2, importId);
                select.setInt(3, part);
                select.setInt(4, piece);
                select.setString(5, oldest());
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? Optional.of(new Piece(row.getString(1), row.getString(2))) : Optional.empty();
                }
            }
        });
    }

    @Scheduled(every = "1h", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void sweep() {
        transactions.bulk(connection -> {
            try (PreparedStatement delete = connection.prepareStatement(SWEEP)) {
                delete.setString(1, oldest());
                return delete.executeUpdate();
            }
        });
    }

    private String oldest() {
        return Times.format(clock.instant().minus(KEPT));
    }
}
