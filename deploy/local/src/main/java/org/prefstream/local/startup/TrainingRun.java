package org.prefstream.local.startup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;

import org.prefstream.embedded.Folders;
import org.prefstream.embedded.FreePorts;
import org.prefstream.local.process.RestartPolicy;
import org.prefstream.local.process.Supervisor;

/**
 * Makes later starts quick: starts and stops the system once after a build, on a temporary data folder and free ports.
 * In this run each program records in its archive which classes it loads, for its start and for a few requests.
 */
public final class TrainingRun {

    private static final Logger LOG = Logger.getLogger(TrainingRun.class.getName());

    private final Path home;
    private final HttpClient http;

    /**
     * Prepares a training run.
     *
     * @param home
     *            the built source tree
     */
    public TrainingRun(Path home, HttpClient http) {
        this.home = home;
        this.http = http;
    }

    /**
     * Makes all archives again.
     *
     * @throws StartRefused
     *             if the system does not become ready
     */
    public void run() throws StartRefused, IOException, InterruptedException {
        ClassArchives archives = ClassArchives.forRecording(home);
        Folders.delete(archives.folder());
        Files.createDirectories(archives.folder());
        DataFolder temporary = new DataFolder(Files.createTempDirectory("prefstream-training-"));
        try {
            temporary.open().close();
            Options options = new Options(FreePorts.next(), FreePorts.next(), temporary.path(),
                    Options.DEFAULT.heapMebibytes(), true, false);
            train(new LocalSystem(home, options, temporary, http, archives), temporary);
        } finally {
            Folders.delete(temporary.path());
        }
    }

    private void train(LocalSystem system, DataFolder temporary)
            throws StartRefused, IOException, InterruptedException {
        Supervisor supervisor = new Supervisor(system.processes(), temporary.runDirectory(),
                RestartPolicy.FIVE_A_MINUTE, line -> {
                });
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop-training"));
        supervisor.start();
        try {
            CompletableFuture.anyOf(supervisor.ready(), supervisor.givenUp()).get();
            if (supervisor.givenUp().isDone()) {
                throw new StartRefused(supervisor.givenUp().get());
            }
            work(system.connection());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            supervisor.stop();
        }
    }

    /** Without the classes of requests the archives are of use all the same, so that a refused request ends the work only. */
    private void work(Connection connection) throws InterruptedException {
        try {
            String token = new OwnerAccess(http, connection.url()).token(connection.email(), connection.password())
                    .orElseThrow(() -> new IOException("the owner's login was refused"));
            new TrainingWork(http, connection.url(), token).run();
        } catch (IOException firstRequestsAreSlower) {
            LOG.log(Level.FINE, "the training run ends before its work is done", firstRequestsAreSlower);
        }
    }
}
