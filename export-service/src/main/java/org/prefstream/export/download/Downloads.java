package org.prefstream.export.download;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.admission.Admission;
import org.prefstream.labelstudio.admission.Limits;
import org.prefstream.labelstudio.admission.Place;
import org.prefstream.labelstudio.admission.Visitor;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;

/**
 * Writes files as fast as the database gives the rows, and sends them as fast as their clients read. A file that is written to its
 * end holds neither a place nor a thread nor a connection to the database, however long its client takes.
 */
@ApplicationScoped
public class Downloads {

    private static final Logger LOG = Logger.getLogger(Downloads.class);
    private static final int WAITING_MOST = 1_000;

    private final Vertx vertx;
    private final DownloadConfig config;
    private final Admission places;
    private final Semaphore slots;
    private final Path folder;
    private final Executor workers = Infrastructure.getDefaultWorkerPool();

    Downloads(Vertx vertx, DownloadConfig config) {
        this.vertx = vertx;
        this.config = config;
        this.places = new Admission(
                new Limits(config.concurrent(), config.concurrent(), config.patience(), WAITING_MOST),
                System::nanoTime);
        this.slots = new Semaphore(slots(config.spoolsMaxBytes().asLongValue()));
        this.folder = config.spoolFolder().orElseGet(() -> Path.of(System.getProperty("java.io.tmpdir")));
    }

    private static int slots(long bytes) {
        return Math.toIntExact(bytes / SpoolFile.SLOT_BYTES);
    }

    /**
     * {@return the file in chunks, for one subscriber. It fails before the first chunk if the file fails so early, or if no place
     * becomes free in time. Cancelling it ends the writing}
     *
     * @param person whom the place counts for
     * @param projectId for the log
     * @param file is told to write on a worker thread, once there is a place
     */
    public Multi<byte[]> start(Person person, long projectId, Writing file) {
        return start(Long.toString(person.id()), projectId, file);
    }

    /**
     * {@return as {@link #start(Person, long, Writing)}, for work that nobody waits for}
     *
     * @param whose whom the place counts for: no person's id
     */
    public Multi<byte[]> start(String whose, long projectId, Writing file) {
        return Multi.createFrom().deferred(() -> begin(whose, projectId, file));
    }

    private Multi<byte[]> begin(String whose, long projectId, Writing file) {
        Spool spool = new Spool(new SpoolFile(folder, slots(config.spoolMaxBytes().asLongValue()), slots));
        Admission.Waiting waiting = places.enter(whose, new Turn(projectId, file, spool));
        vertx.setTimer(config.patience().toMillis(), ended -> waiting.giveUp());
        return Multi.createBy()
                .repeating()
                .uni(spool::next)
                .until(chunk -> chunk == Spool.END)
                .onTermination()
                .invoke(() -> {
                    waiting.giveUp();
                    workers.execute(() -> close(spool)); // a large file takes its time
                });
    }

    private static void close(Spool spool) {
        try {
            spool.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An export that waits for its place, and then writes its file. */
    private final class Turn implements Visitor {

        private final long projectId;
        private final Writing file;
        private final Spool spool;

        private Turn(long projectId, Writing file, Spool spool) {
            this.projectId = projectId;
            this.file = file;
            this.spool = spool;
        }

        @Override
        public void admitted(Place place) {
            workers.execute(() -> {
                try {
                    write();
                } finally {
                    place.leave();
                }
            });
        }

        @Override
        public void refused(ProblemException refusal) {
            spool.fail(new ProblemException(ProblemType.BUSY,
                    "As many exports are being written as can be at a time, or as one person may have; try again shortly."));
        }

        private void write() {
            SpoolOutput out = new SpoolOutput(spool);
            try {
                file.write(out);
                out.finish();
            } catch (IOException | RuntimeException | Error e) {
                if (spool.isClosed()) {
                    LOG.infof("the client left an export of project=%d: %s", projectId, e.getMessage());
                } else if (spool.fail(e)) {
                    LOG.errorf(e, "broke off an export of project=%d", projectId);
                }
            }
        }
    }

    /** Writes a file. */
    @FunctionalInterface
    public interface Writing {

        void write(OutputStream out) throws IOException;
    }
}
