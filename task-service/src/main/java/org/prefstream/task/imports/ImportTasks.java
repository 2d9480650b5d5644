package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.kit.web.BulkIdempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.task.imports.ImportPlaces.Place;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.TaskSource;

/**
 * Stores an import, all or nothing, in one transaction. The tasks are read as a stream and inserted in batches, so memory does
 * not grow with the import; the next batch is read while one is inserted.
 *
 * <p>The transaction locks nothing that a person waits for. The project is looked at again at the end: if it shows or asks
 * something else by then, the import begins anew.
 */
@ApplicationScoped
class ImportTasks {

    private static final int ATTEMPTS_MAX = 3;

    /** Of their own, since an import that holds a worker waits for its reader: in one pool all workers might wait. */
    private final ExecutorService readers = Executors.newCachedThreadPool(ImportTasks::reader);
    private final BulkIdempotency idempotency;
    private final Transactions transactions;
    private final DataSource pool;
    private final Outbox outbox;
    private final Clock clock;

    ImportTasks(BulkIdempotency idempotency, Transactions transactions,
            @io.quarkus.agroal.DataSource("imports") DataSource pool, Outbox outbox, Clock clock) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.pool = pool;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * {@return Label Studio's answer, or the first one to this {@code Idempotency-Key}}; blocks
     *
     * @param place the import's, held by the caller
     * @param withIds whether the answer lists the new tasks' ids
     */
    Answer store(Place place, long projectId, List<Upload> uploads, boolean withIds, Request request) {
        long started = System.nanoTime();
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            ImportNumbers numbers = new ImportNumbers(transactions, pool, projectId);
            try {
                return idempotency.once(work -> place.inTurn(() -> transactions.bulk(pool, work)), request,
                        connection -> store(connection, numbers, projectId, new ImportSummary(uploads, withIds),
                                started, request));
            } catch (ConfigurationChanged again) {
                numbers.giveBack();
            } catch (ProblemException | ImportInvalid refused) {
                numbers.giveBack();
                throw refused;
            }
        }
        throw new ProblemException(ProblemType.OVERTAKEN, "The project's labeling configuration was changed again and "
                + "again while the tasks were compared with it. Nothing was stored: send them again.");
    }

    private Answer store(Connection connection, ImportNumbers numbers, long projectId, ImportSummary summary,
            long started, Request request) throws SQLException {
        TargetProject project = TargetProject.read(connection, projectId);
        ImportRun run = new ImportRun(project, numbers, Revisions.first(connection), request.personId(),
                clock.instant());
        AuthorIds authors = new AuthorIds(connection, run.importer());
        TaskSource source = TaskSource.open(summary.parts(), project.required());
        try (BatchPrefetcher batches = new BatchPrefetcher(source, project, readers)) {
            for (List<PreparedItem> items = batches.next(); !items.isEmpty(); items = batches.next()) {
                UniqueIds uniqueIds = UniqueIds.of(items, connection, projectId);
                store(connection, new ImportBatch(run, authors, uniqueIds), items, summary);
            }
            summary.columns(source.dataColumns());
        }
        project.confirm(connection);
        return Answer.json(201, summary.view(System.nanoTime() - started));
    }

    private void store(Connection connection, ImportBatch batch, List<PreparedItem> items, ImportSummary summary)
            throws SQLException {
        int predictions = items.stream().mapToInt(prepared -> prepared.results().size()).sum();
        long[] ids = Revisions.ids(connection, "task", items.size());
        PrimitiveIterator.OfLong predictionIds = Arrays.stream(Revisions.ids(connection, "prediction", predictions))
                .iterator();
        long number = batch.numbers(items.size());
        for (int i = 0; i < ids.length; i++) {
            int annotations = batch.add(items.get(i), ids[i], number + i, predictionIds);
            summary.count(items.get(i).item(), ids[i], annotations);
        }
        batch.write(connection, outbox);
    }

    private static Thread reader(Runnable reading) {
        Thread reader = new Thread(reading, "import-reader");
        reader.setDaemon(true);
        return reader;
    }
}
