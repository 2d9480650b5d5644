package org.prefstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A running PostgreSQL that belongs to this JVM: it stops, and its data are dropped if so wished, when the JVM ends, even
 * if that is killed.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(30);

    /** Runs the server; stops it when our end of its standard input closes; drops what it was told to. */
    private static final String GUARD = """
            drop=$1; shift
            exec 3<&0
            "$@" 3<&- & server=$!
            { read -r _; kill -INT $server; } <&3 & reader=$!
            wait $server; status=$?
            kill $reader 2>/dev/null
            [ -z "$drop" ] || rm -rf "$drop"
            exit $status
            """;

    private final PostgresCluster cluster;
    private final Process guard;
    private final Path log;

    private PostgresServer(PostgresCluster cluster, Process guard, Path log) {
        this.cluster = cluster;
        this.guard = guard;
        this.log = log;
    }

    /**
     * Makes the data folder if it is missing, starts the server and waits until it answers.
     *
     * @param log
     *            the file that the server's own lines are added to
     * @throws IOException
     *             if it does not answer in 30 s; the message has the end of its log
     */
    public static PostgresServer start(PostgresCluster cluster, Path log) throws IOException {
        return start(cluster, log, "");
    }

    /**
     * The same for data that nobody needs afterwards: when the server stops, the folder {@code dropped} is deleted.
     *
     * @param dropped
     *            a folder around the data folder and the log
     */
    public static PostgresServer startPassing(PostgresCluster cluster, Path log, Path dropped) throws IOException {
        return start(cluster, log, dropped.toAbsolutePath().toString());
    }

    /** {@return the port that it listens on} */
    public int port() {
        return cluster.port();
    }

    /** {@return the door for administration} */
    public PostgresAdmin admin() {
        return cluster.admin();
    }

    /** Stops the server at once, without waiting for its clients; commits that it acknowledged are kept. */
    @Override
    public void close() throws IOException {
        guard.getOutputStream().close();
        try {
            if (!guard.waitFor(STOP_MAX.toSeconds(), TimeUnit.SECONDS)) {
                guard.destroyForcibly();
                throw new IOException("PostgreSQL did not stop in %d s".formatted(STOP_MAX.toSeconds()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL stopped", e);
        }
    }

    private static PostgresServer start(PostgresCluster cluster, Path log, String dropped) throws IOException {
        cluster.initialise();
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "postgres-guard", dropped));
        command.addAll(cluster.serverCommand());
        Process guard = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        PostgresServer server = new PostgresServer(cluster, guard, log);
        server.awaitReady();
        return server;
    }

    private void awaitReady() throws IOException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!cluster.admin().isReady()) {
            if (System.nanoTime() > deadline || !guard.isAlive()) {
                guard.destroyForcibly();
                throw new IOException("PostgreSQL did not start; its log ends with: " + endOfLog());
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL started", e);
        }
    }

    private String endOfLog() throws IOException {
        List<String> lines = Files.exists(log) ? Files.readAllLines(log) : List.of();
        return String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }
}
