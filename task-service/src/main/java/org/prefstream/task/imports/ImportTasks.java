package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.web.BulkIdempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.TaskSource;

/**
 * Stores an import, all or nothing, in one transaction. The tasks are read as a stream and inserted in sets, so memory does
 * not grow with the import; the next set is read while one is inserted.
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
            LockedProject target = LockedProject.lock(connection, projectId);
            ImportRun run = new ImportRun(target, firstRevision(connection), request.personId(), clock.instant());
            ImportSummary tally = new ImportSummary(uploads, withIds);
            store(connection, run, uploads, tally);
            target.advance(connection, tally.tasks());
            return Answer.json(201, tally.view(System.nanoTime() - started));
        });
    }

    private void store(Connection connection, ImportRun run, List<Upload> uploads, ImportSummary tally)
            throws SQLException {
        AuthorIds authors = new AuthorIds(connection, run.importer());
        TaskSource source = TaskSource.open(uploads.stream().map(Upload::part).toList(), run.target().required());
        try (BatchPrefetcher sets = new BatchPrefetcher(source, readers)) {
            for (List<PreparedItem> items = sets.next(); !items.isEmpty(); items = sets.next()) {
                storeSet(connection, new TaskBatch(run, authors), items, tally);
            }
            tally.columns(source.dataColumns());
        }
    }

    private void storeSet(Connection connection, TaskBatch set, List<PreparedItem> items, ImportSummary tally)
            throws SQLException {
        int predictions = items.stream().mapToInt(prepared -> prepared.item().predictions().size()).sum();
        long[] ids = TaskRows.ids(connection, "task", items.size());
        long[] predictionIds = predictions == 0 ? new long[0] : TaskRows.ids(connection, "prediction", predictions);
        int prediction = 0;
        for (int i = 0; i < ids.length; i++) {
            ImportItem item = items.get(i).item();
            set.add(items.get(i), ids[i], predictionIds, prediction);
            prediction += item.predictions().size();
            tally.count(item, ids[i]);
        }
        set.insert(connection);
        outbox.record(connection, set.entries());
    }

    private static Thread reader(Runnable reading) {
        Thread reader = new Thread(reading, "import-reader");
        reader.setDaemon(true);
        return reader;
    }

    private static long firstRevision(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("select next_revision(0)");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
