package org.prefstream.local.startup;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.prefstream.embedded.FreePorts;
import org.prefstream.local.process.FolderLock;
import org.prefstream.local.process.ManagedProcess;
import org.prefstream.local.process.OrphanCleanup;
import org.prefstream.local.process.RestartPolicy;
import org.prefstream.local.process.Supervisor;

/** Runs the local system once, from the checks before the start to the orderly stop. */
public final class LocalRun {

    private static final long DISK_BYTES_MIN = 300L << 20;

    private final Path home;
    private final Options options;
    private final DataFolder folder;
    private final HttpClient http;

    /**
     * Prepares a run.
     *
     * @param home
     *            the built source tree
     */
    public LocalRun(Path home, Options options, HttpClient http) {
        this.home = home;
        this.options = options;
        this.http = http;
        this.folder = new DataFolder(options.data());
    }

    /**
     * Runs until a signal ends the program or a process is given up.
     *
     * @return the exit status for the program
     * @throws StartRefused
     *             if the user must change something before the system can start
     */
    public int run() throws StartRefused, IOException, InterruptedException {
        FolderLock lock = folder.open();
        try {
            folder.requireSpace(DISK_BYTES_MIN);
            LocalSystem system = new LocalSystem(home, options, folder, http, ClassArchives.forUse(home));
            system.requirePrograms();
            List<ManagedProcess> processes = system.processes();
            stopOrphans(processes);
            requirePort(options.port(), "--port");
            requirePort(options.kafkaPort(), "--kafka-port");
            return supervise(system, processes);
        } finally {
            lock.close();
        }
    }

    private int supervise(LocalSystem system, List<ManagedProcess> processes) throws IOException, InterruptedException {
        System.out.printf("Prefstream starts; its data are in %s%n", folder.path());
        Supervisor supervisor = new Supervisor(processes, folder.runDirectory(), RestartPolicy.FIVE_A_MINUTE,
                LocalRun::console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopBySignal(supervisor), "stop"));
        supervisor.start();
        CompletableFuture<String> givenUp = supervisor.givenUp();
        try {
            CompletableFuture.anyOf(supervisor.ready(), givenUp).get();
            if (!givenUp.isDone()) {
                console("all are ready %.1f s after the start".formatted(sinceStart().toMillis() / 1e3));
                System.out.print(new ConnectionWriter(folder, http, LocalRun::console).write(system.connection()));
                System.out.flush();
            }
            System.err.println("deploy/up: " + givenUp.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        supervisor.stop();
        return 1;
    }

    private void stopOrphans(List<ManagedProcess> processes) throws IOException {
        OrphanCleanup cleanup = new OrphanCleanup(folder.runDirectory(), System.out::println);
        cleanup.stop(processes);
        // PostgreSQL writes a pid file itself, which exists even if the supervisor died before it wrote its own.
        cleanup.stop(processes.get(0), folder.postgres().resolve("postmaster.pid"));
    }

    private static void requirePort(int port, String option) throws StartRefused {
        if (!FreePorts.isFree(port)) {
            throw new StartRefused("Port %d on 127.0.0.1 is in use. Stop what uses it, or choose another with %s."
                    .formatted(port, option));
        }
    }

    /** Runs as the last action of the JVM. After an orderly stop the exit status is 0, not that of the signal. */
    private static void stopBySignal(Supervisor supervisor) {
        System.out.println();
        console("stopping ...");
        if (supervisor.stop()) {
            console("stopped");
            System.out.flush();
            Runtime.getRuntime().halt(0);
        }
    }

    private static Duration sinceStart() {
        Instant now = Instant.now();
        return Duration.between(ProcessHandle.current().info().startInstant().orElse(now), now);
    }

    private static void console(String line) {
        System.out.println("  " + line);
    }
}
