package org.prefstream.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.prefstream.embedded.FreePorts;
import org.prefstream.local.supervise.Child;
import org.prefstream.local.supervise.FolderLock;
import org.prefstream.local.supervise.Leftovers;
import org.prefstream.local.supervise.RestartRule;
import org.prefstream.local.supervise.Supervisor;

/** One run of the local system, from the checks before it to its orderly end. */
final class LocalRun {

    private static final long DISK_BYTES_MIN = 300L << 20;

    private final Path home;
    private final Options options;
    private final DataFolder folder;
    private final HttpClient http;

    LocalRun(Path home, Options options, HttpClient http) {
        this.home = home;
        this.http = http;
        this.options = options;
        this.folder = new DataFolder(options.data());
    }

    /**
     * Runs until a signal ends the program or a child is given up.
     *
     * @return what the program is to end with
     * @throws StartRefused
     *             if something must be put right before the system can start
     */
    int run() throws StartRefused, IOException, InterruptedException {
        FolderLock lock = folder.open();
        try {
            folder.requireSpace(DISK_BYTES_MIN);
            LocalSystem system = new LocalSystem(home, options, folder, http, ClassArchives.inUse(home));
            system.requirePrograms();
            List<Child> children = system.children();
            stopLeftovers(children);
            requirePort(options.port(), "--port");
            requirePort(options.kafkaPort(), "--kafka-port");
            return supervise(system, children);
        } finally {
            lock.close();
        }
    }

    private int supervise(LocalSystem system, List<Child> children) throws IOException, InterruptedException {
        System.out.printf("Prefstream starts; its data are in %s%n", folder.path());
        Supervisor supervisor = new Supervisor(children, folder.workplace(), RestartRule.FIVE_A_MINUTE,
                LocalRun::console);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopBySignal(supervisor), "stop"));
        supervisor.start();
        CompletableFuture<String> givenUp = supervisor.givenUp();
        try {
            CompletableFuture.anyOf(supervisor.ready(), givenUp).get();
            if (!givenUp.isDone()) {
                console("all are ready %.1f s after the start".formatted(sinceStart().toMillis() / 1e3));
                System.out.print(new Handover(folder, http, LocalRun::console).handOver(system.connection()));
                System.out.flush();
            }
            System.err.println("deploy/up: " + givenUp.get());
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        supervisor.stop();
        return 1;
    }

    private void stopLeftovers(List<Child> children) throws IOException {
        Leftovers leftovers = new Leftovers(folder.workplace(), System.out::println);
        leftovers.stop(children);
        // Also found if the supervisor died before it wrote the pid file.
        leftovers.stop(children.get(0), folder.postgres().resolve("postmaster.pid"));
    }

    private static void requirePort(int port, String option) throws StartRefused {
        if (!FreePorts.isFree(port)) {
            throw new StartRefused("Port %d on 127.0.0.1 is in use. Stop what uses it, or choose another with %s."
                    .formatted(port, option));
        }
    }

    /** Runs as the JVM's last act. After an orderly stop the status is 0, not the signal's. */
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
