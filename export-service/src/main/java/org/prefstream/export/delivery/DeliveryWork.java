package org.prefstream.export.delivery;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.export.delivery.DeliveryTable.Written;
import org.prefstream.export.download.Downloads;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.FileName;
import org.prefstream.export.download.LintHeaders;
import org.prefstream.export.format.FileType;
import org.prefstream.export.format.RowKind;
import org.prefstream.export.snapshot.Snapshot;
import org.prefstream.export.snapshot.Snapshots;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

/** The work on one delivery, while this replica holds it, on a thread of its own. It can be stopped anywhere. */
final class DeliveryWork {

    private static final Logger LOG = Logger.getLogger(DeliveryWork.class);
    /** Deliveries count together as one person among those who export, and so have half of the places at most. */
    private static final String WHOSE = "deliveries";
    private static final String OUR_FAULT = "Something went wrong in the service; its log says what.";

    private final Delivery delivery;
    private final Store store;
    private final ExportRequest request;
    private final Snapshots snapshots;
    private final Downloads downloads;
    private final Duration lease;
    private final PlacedFiles files;
    private final Map<String, String> headers = new ConcurrentHashMap<>();
    private final Thread thread;
    private volatile boolean stopped;
    private volatile long heldUntil;
    private volatile @Nullable Long allRows;
    private volatile @Nullable Failure failure;
    private volatile boolean isDone;

    DeliveryWork(Delivery delivery, Store store, ExportRequest request, Snapshots snapshots, Downloads downloads,
            Duration lease) {
        this.delivery = delivery;
        this.store = store;
        this.request = request;
        this.snapshots = snapshots;
        this.downloads = downloads;
        this.lease = lease;
        this.files = new PlacedFiles(store, delivery.place());
        this.thread = new Thread(this::work, "delivery-" + delivery.id());
        thread.setDaemon(true);
        held();
    }

    /**
     * Why there are no files.
     *
     * @param isPassing whether another attempt may succeed
     */
    record Failure(String sentence, boolean isPassing) {
    }

    void start() {
        thread.start();
    }

    /** Notes that the delivery is held for another while. */
    void held() {
        heldUntil = System.nanoTime() + lease.toNanos();
    }

    /** Stops as soon as what is under way returns. */
    void stop() {
        stopped = true;
        thread.interrupt();
    }

    boolean isOver() {
        return !thread.isAlive();
    }

    boolean isStopped() {
        return stopped;
    }

    boolean isDone() {
        return isDone;
    }

    /** {@return why it has failed; null if it has not} */
    @Nullable
    Failure failure() {
        return failure;
    }

    Delivery delivery() {
        return delivery;
    }

    /** {@return what was written until now} A format that checks no row takes all of them. */
    Written written() {
        String counted = headers.get(LintHeaders.ROWS);
        return new Written(files.bytes(), counted == null ? allRows : Long.valueOf(counted),
                headers.get(LintHeaders.LEFT_OUT));
    }

    private void work() {
        try {
            store.clean(delivery.place());
            write();
            isDone = true;
        } catch (IOException | RuntimeException e) {
            if (!stopped) {
                failure = told(e);
            }
        } finally {
            Thread.interrupted(); // so that what is left can be removed
            files.drop();
        }
    }

    private void write() throws IOException {
        Snapshot snapshot = snapshots.present(delivery.projectId(), delivery.snapshotId());
        boolean isFolder = request.format().holdsSplits() && request.sentFile().equals(FileType.ZIP);
        try (ChunkStream file = new ChunkStream(downloads.start(WHOSE, delivery.projectId(),
                out -> snapshots.write(snapshot, request, headers::put, out)))) {
            if (isFolder) {
                files.addUnpacked(file);
            } else {
                files.add(FileName.ofSnapshot(delivery.projectId(), snapshot.id(), request).text(), file);
            }
        }
        writeBeside(snapshot);
        allRows = snapshot.rowsFor(request.format());
        files.publish(about(snapshot), this::requireHeld);
    }

    /** Writes where each row comes from and what is left out, where all files are asked for and not one of them. */
    private void writeBeside(Snapshot snapshot) throws IOException {
        if (!request.part().isEmpty() || !request.hasFilesBeside()) {
            return;
        }
        for (Map.Entry<String, ExportRequest> one : request.beside().entrySet()) {
            ExportRequest part = one.getValue();
            try (ChunkStream file = new ChunkStream(
                    downloads.start(WHOSE, delivery.projectId(), out -> snapshots.writeBeside(snapshot, part, out)))) {
                files.add(one.getKey() + "." + part.sentFile().ending(), file);
            }
        }
    }

    private Map<String, Object> about(Snapshot snapshot) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("format", delivery.format());
        about.put("parameters", new TreeMap<>(delivery.parameters()));
        PairCounts pairs = PairCounts.of(snapshot, request.format(), headers);
        about.put("rows_in", pairs.judged());
        about.put("left_out", pairs.leftOut());
        if (snapshot.rowsOf(request.format()) == RowKind.PREFERENCE) {
            about.put("pairs", pairs.taken());
        }
        about.put("rows", Objects.requireNonNullElse(written().rows(), snapshot.rowsFor(request.format())));
        String warnings = headers.get(LintHeaders.WARNINGS);
        about.put("warnings", warnings == null ? Map.of() : LintHeaders.read(warnings));
        about.put("snapshot", snapshot);
        return about;
    }

    /** A replica that slept for too long changes nothing: another one may be at work. */
    private void requireHeld() throws InterruptedIOException {
        if (stopped || heldUntil - System.nanoTime() < 0) {
            throw new InterruptedIOException("the delivery is no longer held");
        }
    }

    private Failure told(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StoreFailed store) {
                return new Failure(store.sentence(), store.isPassing());
            }
            if (cause instanceof ProblemException problem) {
                return new Failure(problem.detail(), isPassing(problem.type()));
            }
        }
        LOG.warnf(failed, "delivery %d broke off", delivery.id());
        return new Failure(OUR_FAULT, true);
    }

    private static boolean isPassing(ProblemType type) {
        return type.status() >= 500 || type == ProblemType.BUSY;
    }
}
