package org.prefstream.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

import org.prefstream.embedded.FreePorts;
import org.prefstream.local.supervise.Child;
import org.prefstream.local.supervise.FolderLock;
import org.prefstream.local.supervise.Leftovers;
import org.prefstream.local.supervise.Reason;
import org.prefstream.local.supervise.RestartRule;
import org.prefstream.local.supervise.Supervisor;

/** One run of the local system, from the checks before it to its orderly end. */
final class LocalRun {

    private static final long DISK_BYTES_MIN = 300L << 20;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(2);

    private final Path home;
    private final Options options;
    private final DataFolder folder;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_MAX).build();

    LocalRun(Path home, Options options) {
        this.home = home;
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
            LocalSystem system = new LocalSystem(home, options, folder, http);
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
                greet(system.connection());
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

    private void greet(Connection connection) throws IOException {
        OwnerAccess access = new OwnerAccess(http, connection.url());
        Connection known = connection;
        try {
            Optional<String> token = token(access, connection);
            if (token.isPresent()) {
                known = connection.withToken(token.get());
                known.writeTo(folder.connectionFile());
            } else {
                known = connection.withPassword("(changed since the first start)");
                console("The owner's password was changed, so no token is fetched; %s stays as it is."
                        .formatted(folder.connectionFile()));
            }
        } catch (IOException e) {
            console("The API token could not be fetched: %s.".formatted(Reason.of(e)));
        }
        System.out.print(known.greeting(folder.path()));
        System.out.flush();
    }

    /** The token of an earlier start, if it is still good; otherwise the one that the owner's login gives. */
    private Optional<String> token(OwnerAccess access, Connection connection) throws IOException {
        Optional<String> earlier = Connection.tokenIn(folder.connectionFile());
        if (earlier.isPresent() && access.isValid(earlier.get())) {
            return earlier;
        }
        return access.token(connection.email(), connection.password());
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

    private static void console(String line) {
        System.out.println("  " + line);
    }
}
