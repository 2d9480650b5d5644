package org.prefstream.task.imports;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.PrimitiveIterator;

import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.Revisions;
import org.prefstream.task.imports.BatchPrefetcher.Batch;
import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.RefusedRow;
import org.prefstream.task.twin.Fingerprints.Stored;

/** Stores the batches of one import, in the transaction of the caller. */
final class StoreImport {

    private final Connection connection;
    private final ImportRun run;
    private final ImportOptions options;
    private final AuthorIds authors;
    private final Twins twins;
    private final RefusedRows refused;
    private final ImportSummary summary;
    private final ImportProgress progress;
    private final Outbox outbox;

    StoreImport(Connection connection, ImportRun run, ImportOptions options, Twins twins, ImportSummary summary,
            ImportProgress progress, Outbox outbox) {
        this.connection = connection;
        this.run = run;
        this.options = options;
        this.authors = new AuthorIds(connection, run.importer());
        this.twins = twins;
        this.refused = new RefusedRows(connection, run.project().projectId(), progress.id(), run.now());
        this.summary = summary;
        this.progress = progress;
        this.outbox = outbox;
    }

    /** Stores all of an import; blocks. */
    void all(BatchPrefetcher batches) throws SQLException {
        for (Batch batch = batches.next(); !batch.isEmpty(); batch = batches.next()) {
            progress.refuseIfCancelled();
            store(batch);
        }
        if (refused.count() > 0 && summary.tasks() == 0 && twins.skipped() == 0) {
            throw refused.nothingElse();
        }
        summary.columns(batches.dataColumns());
        summary.leftOut(twins, options.leaveOut() ? refused.view() : null);
    }

    private void store(Batch batch) throws SQLException {
        List<RefusedRow> leftOut = new ArrayList<>(batch.refused());
        List<PreparedItem> items = twins.without(options.leaveOut() ? known(batch.items(), leftOut) : batch.items());
        leftOut.sort(Comparator.comparingLong(row -> row.place().item()));
        refused.add(leftOut);
        long before = twins.skipped();
        twins.stored(store(items));
        progress.stored(items.size(), leftOut.size(), twins.skipped() - before);
    }

    /** {@return those items whose annotations were made by people who are known here} */
    private List<PreparedItem> known(List<PreparedItem> items, List<RefusedRow> leftOut) throws SQLException {
        List<PreparedItem> known = new ArrayList<>();
        for (PreparedItem each : items) {
            Optional<ImportInvalid> flaw = authors.flaw(each.item());
            if (flaw.isEmpty()) {
                known.add(each);
            } else {
                leftOut.add(each.item().origin().refused(flaw.get()));
            }
        }
        return known;
    }

    private List<Stored> store(List<PreparedItem> items) throws SQLException {
        List<Stored> stored = new ArrayList<>();
        if (items.isEmpty()) {
            return stored;
        }
        ImportBatch batch = new ImportBatch(run, authors, UniqueIds.of(items, connection, run.project().projectId()));
        int predictions = items.stream().mapToInt(prepared -> prepared.results().size()).sum();
        long[] ids = Revisions.ids(connection, "task", items.size());
        PrimitiveIterator.OfLong predictionIds = Arrays.stream(Revisions.ids(connection, "prediction", predictions))
                .iterator();
        long number = batch.numbers(items.size());
        for (int i = 0; i < ids.length; i++) {
            PreparedItem item = items.get(i);
            int annotations = batch.add(item, ids[i], number + i, predictionIds);
            summary.count(item.item(), ids[i], annotations);
            if (options.onDuplicate() != OnDuplicate.KEEP) {
                stored.add(new Stored(ids[i], run.revision(), Objects.requireNonNull(item.fingerprint())));
            }
        }
        batch.write(connection, outbox);
        return stored;
    }
}
