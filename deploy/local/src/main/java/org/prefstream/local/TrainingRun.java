package org.prefstream.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.prefstream.embedded.Folders;
import org.prefstream.embedded.FreePorts;
import org.prefstream.local.supervise.RestartRule;
import org.prefstream.local.supervise.Supervisor;

/**
 * One start and stop of the system on a passing data folder and free ports, right after a build: the programs record which
 * classes they load, so that all later starts are quick.
 */
final class TrainingRun {

    private final Path home;
    private final HttpClient http;

    TrainingRun(Path home, HttpClient http) {
        this.home = home;
        this.http = http;
    }

    /**
     * Makes the archives anew.
     *
     * @throws StartRefused
     *             if the system does not become ready
     */
    void run() throws StartRefused, IOException, InterruptedException {
        ClassArchives archives = ClassArchives.beingRecorded(home);
        Folders.delete(archives.folder());
        Files.createDirectories(archives.folder());
        DataFolder passing = new DataFolder(Files.createTempDirectory("prefstream-training-"));
        try {
            passing.open().close();
            Options options = new Options(FreePorts.next(), FreePorts.next(), passing.path(),
                    Options.DEFAULT.heapMebibytes(), true, false);
            train(new LocalSystem(home, options, passing, http, archives), passing);
        } finally {
            Folders.delete(passing.path());
        }
    }

    private void train(LocalSystem system, DataFolder passing) throws StartRefused, IOException, InterruptedException {
        Supervisor supervisor = new Supervisor(system.children(), passing.workplace(), RestartRule.FIVE_A_MINUTE,
                line -> {
                });
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop, "stop-training"));
        supervisor.start();
        try {
            CompletableFuture.anyOf(supervisor.ready(), supervisor.givenUp()).get();
            if (supervisor.givenUp().isDone()) {
                throw new StartRefused(supervisor.givenUp().get());
            }
            new Handover(passing, http, line -> {
            }).handOver(system.connection());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            supervisor.stop();
        }
    }
}
