package org.prefstream.task.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.prefstream.task.imports.read.ImportInvalid;
import org.prefstream.task.imports.read.ImportItem;
import org.prefstream.task.imports.read.ImportPart;
import org.prefstream.task.imports.read.RefusedRow;
import org.prefstream.task.imports.read.TaskSource;

/**
 * An import in batches. The next one is read and prepared on another thread while the caller stores the last one, so that both
 * keep a processor busy; never more than two batches are in memory. For one caller.
 */
final class BatchPrefetcher implements AutoCloseable {

    private static final int BATCH_TASKS = 1_000;
    private static final long BATCH_BYTES = 4L * 1024 * 1024;

    private final TaskSource source;
    private final TargetProject project;
    private final ImportOptions options;
    private final ImportProgress progress;
    private final RefusedLimit refused = new RefusedLimit();
    private final ExecutorService readers;
    private Future<Batch> ahead;

    /**
     * Begins to read.
     *
     * @param project what the items are prepared for
     * @param readers must have a thread free for each import: a caller waits for its reader
     */
    BatchPrefetcher(List<ImportPart> parts, TargetProject project, ImportOptions options, ImportProgress progress,
            ExecutorService readers) {
        this.source = TaskSource.open(parts, project.required(), options.names(),
                options.leaveOut() ? refused::take : null);
        this.project = project;
        this.options = options;
        this.progress = progress;
        this.readers = readers;
        this.ahead = readers.submit(this::read);
    }

    /**
     * Rows that follow on each other.
     *
     * @param refused those among them that cannot be imported; none where the import is refused for them
     */
    record Batch(List<PreparedItem> items, List<RefusedRow> refused) {

        /** {@return whether the import has ended} */
        boolean isEmpty() {
            return items.isEmpty() && refused.isEmpty();
        }
    }

    /** {@return the next batch, an empty one at the end}; throws what reading it threw */
    Batch next() {
        Batch batch = await();
        if (!batch.isEmpty()) {
            ahead = readers.submit(this::read);
        }
        return batch;
    }

    /** {@return the data keys that the first tasks of all files read so far have in common} */
    List<String> dataColumns() {
        return source.dataColumns();
    }

    /** Closes the source as soon as it is no longer being read. */
    @Override
    public void close() {
        try {
            await();
        } catch (RuntimeException alreadyOfNoInterest) {
            // Whoever closes early has a failure of its own to tell, and whoever read to the end has seen this one.
        } finally {
            source.close();
        }
    }

    private Batch read() {
        List<PreparedItem> items = new ArrayList<>();
        long bytes = 0;
        while (items.size() + refused.size() < BATCH_TASKS && bytes < BATCH_BYTES && source.hasNext()) {
            ImportItem item = source.next();
            progress.read(item.index() + 1);
            prepare(item, items);
            bytes += item.jsonBytes();
        }
        return new Batch(items, refused.next());
    }

    private void prepare(ImportItem item, List<PreparedItem> items) {
        try {
            items.add(PreparedItem.of(item, project, options.onDuplicate() != OnDuplicate.KEEP));
        } catch (ImportInvalid invalid) {
            if (!options.leaveOut()) {
                throw invalid;
            }
            refused.take(item.origin().refused(invalid));
        }
    }

    private Batch await() {
        try {
            return ahead.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException("an import could not be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while an import was read", e);
        }
    }
}
