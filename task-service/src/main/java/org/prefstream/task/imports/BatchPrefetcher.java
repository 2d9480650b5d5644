package org.prefstream.task.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

import org.prefstream.task.imports.read.ImportItem;
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
    private final ExecutorService readers;
    private Future<List<PreparedItem>> ahead;

    /**
     * Begins to read.
     *
     * @param source used by nobody else, and closed with this
     * @param project what the items are prepared for
     * @param readers must have a thread free for each import: a caller waits for its reader
     */
    BatchPrefetcher(TaskSource source, TargetProject project, ExecutorService readers) {
        this.source = source;
        this.project = project;
        this.readers = readers;
        this.ahead = readers.submit(this::read);
    }

    /** {@return the next items, none at the end}; throws what reading them threw */
    List<PreparedItem> next() {
        List<PreparedItem> items = await();
        if (!items.isEmpty()) {
            ahead = readers.submit(this::read);
        }
        return items;
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

    private List<PreparedItem> read() {
        List<PreparedItem> items = new ArrayList<>();
        long bytes = 0;
        while (items.size() < BATCH_TASKS && bytes < BATCH_BYTES && source.hasNext()) {
            ImportItem item = source.next();
            items.add(PreparedItem.of(item, project));
            bytes += item.jsonBytes();
        }
        return items;
    }

    private List<PreparedItem> await() {
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
