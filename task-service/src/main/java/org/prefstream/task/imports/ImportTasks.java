package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
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
import org.prefstream.task.imports.ImportProgress.State;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportPart;
import org.prefstream.task.twin.Fingerprints;

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
    private final Fingerprints fingerprints;
    private final Outbox outbox;
    private final Clock clock;

    ImportTasks(BulkIdempotency idempotency, Transactions transactions,
            @io.quarkus.agroal.DataSource("imports") DataSource pool, Fingerprints fingerprints, Outbox outbox,
            Clock clock) {
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.pool = pool;
        this.fingerprints = fingerprints;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * {@return Label Studio's answer, or the first one to this {@code Idempotency-Key}}; blocks
     *
     * @param place the import's, held by the caller
     * @param progress is told how far it is, and how it ends
     */
    Answer store(Place place, long projectId, List<Upload> uploads, ImportOptions options, ImportProgress progress,
            Request request) {
        try {
            progress.waiting(bytes(uploads));
            Answer answer = attempts(place, projectId, uploads, options, progress, request);
            progress.end(State.STORED);
            return answer;
        } finally {
            // It has ended already, unless something has failed.
            progress.end(State.REFUSED);
        }
    }

    private Answer attempts(Place place, long projectId, List<Upload> uploads, ImportOptions options,
            ImportProgress progress, Request request) {
        long started = System.nanoTime();
        for (int attempt = 1; attempt <= ATTEMPTS_MAX; attempt++) {
            ImportNumbers numbers = new ImportNumbers(transactions, pool, projectId);
            try {
                return idempotency.once(work -> place.inTurn(() -> transactions.bulk(pool, work)), request,
                        connection -> {
                            progress.begin();
                            ImportSummary summary = new ImportSummary(uploads, options.withIds());
                            store(connection, numbers, projectId, summary, uploads, options, progress, request);
                            progress.committing();
                            return Answer.json(201, summary.view(System.nanoTime() - started));
                        });
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

    private void store(Connection connection, ImportNumbers numbers, long projectId, ImportSummary summary,
            List<Upload> uploads, ImportOptions options, ImportProgress progress, Request request) throws SQLException {
        TargetProject project = TargetProject.read(connection, projectId);
        Twins twins = Twins.of(fingerprints, connection, project, options.onDuplicate(), progress);
        ImportRun run = new ImportRun(project, numbers, Revisions.first(connection), request.personId(),
                clock.instant());
        List<ImportPart> parts = uploads.stream().map(upload -> upload.part(progress)).toList();
        try (BatchPrefetcher batches = new BatchPrefetcher(parts, project, options, progress, readers)) {
            new StoreImport(connection, run, options, twins, summary, progress, outbox).all(batches);
        }
        project.confirm(connection);
    }

    private static long bytes(List<Upload> uploads) {
        return uploads.stream().mapToLong(upload -> upload.content().toFile().length()).sum();
    }

    private static Thread reader(Runnable reading) {
        Thread reader = new Thread(reading, "import-reader");
        reader.setDaemon(true);
        return reader;
    }
}
