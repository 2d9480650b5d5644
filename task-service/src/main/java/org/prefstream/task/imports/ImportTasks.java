package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.web.BulkIdempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.task.imports.read.TaskSource;

/**
 * Stores an import, all or nothing, in one transaction. The tasks are read as a stream and inserted in batches, so memory does
 * not grow with the import; the next batch is read while one is inserted.
 */
@ApplicationScoped
class ImportTasks {

    /** Of their own, since an import that holds a worker waits for its reader: in one pool all workers might wait. */
    private final ExecutorService readers = Executors.newCachedThreadPool(ImportTasks::reader);
    private final BulkIdempotency idempotency;
    private final Outbox outbox;
    private final Clock clock;

    ImportTasks(BulkIdempotency idempotency, Outbox outbox, Clock clock) {
        this.idempotency = idempotency;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * {@return Label Studio's answer, or the first one to this {@code Idempotency-Key}}; blocks
     *
     * @param withIds whether the answer lists the new tasks' ids
     */
    Answer store(long projectId, List<Upload> uploads, boolean withIds, Request request) {
        long started = System.nanoTime();
        return idempotency.once(request, connection -> {
            LockedProject project = LockedProject.lock(connection, projectId);
            ImportRun run = new ImportRun(project, Revisions.first(connection), request.personId(), clock.instant());
            ImportSummary summary = new ImportSummary(uploads, withIds);
            store(connection, run, uploads, summary);
            project.advance(connection, summary.tasks());
            return Answer.json(201, summary.view(System.nanoTime() - started));
        });
    }

    private void store(Connection connection, ImportRun run, List<Upload> uploads, ImportSummary summary)
            throws SQLException {
        AuthorIds authors = new AuthorIds(connection, run.importer());
        TaskSource source = TaskSource.open(uploads.stream().map(Upload::part).toList(), run.project().required());
        try (BatchPrefetcher batches = new BatchPrefetcher(source, run.project(), readers)) {
            for (List<PreparedItem> items = batches.next(); !items.isEmpty(); items = batches.next()) {
                UniqueIds uniqueIds = UniqueIds.of(items, connection, run.project().projectId());
                store(connection, new ImportBatch(run, authors, uniqueIds), items, summary);
            }
            summary.columns(source.dataColumns());
        }
    }

    private void store(Connection connection, ImportBatch batch, List<PreparedItem> items, ImportSummary summary)
            throws SQLException {
        int predictions = items.stream().mapToInt(prepared -> prepared.results().size()).sum();
        long[] ids = ids(connection, "task", items.size());
        PrimitiveIterator.OfLong predictionIds = Arrays.stream(ids(connection, "prediction", predictions)).iterator();
        for (int i = 0; i < ids.length; i++) {
            int annotations = batch.add(items.get(i), ids[i], predictionIds);
            summary.count(items.get(i).item(), ids[i], annotations);
        }
        batch.write(connection, outbox);
    }

    /** {@return so many new ids of a table, ascending} */
    private static long[] ids(Connection connection, String table, int count) throws SQLException {
        long[] ids = new long[count];
        if (count == 0) {
            return ids;
        }
        try (PreparedStatement select = connection
                .prepareStatement("select nextval(pg_get_serial_sequence(?, 'id')) from generate_series(1, ?)")) {
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

    private static Thread reader(Runnable reading) {
        Thread reader = new Thread(reading, "import-reader");
        reader.setDaemon(true);
        return reader;
    }
}
