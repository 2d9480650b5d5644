package org.prefstream.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a PostgreSQL that belongs to this JVM. When the JVM ends, even by a kill, the server stops and temporary data
 * are deleted.
 */
public final class PostgresServer implements AutoCloseable {

    private static final Duration START_MAX = Duration.ofSeconds(30);
    private static final Duration STOP_MAX = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(30);

    /** Runs the server, stops it when our end of its standard input closes, and then deletes the given folder. */
    private static final String GUARD = """
            delete=$1; shift
            exec 3<&0
            "$@" 3<&- & server=$!
            { read -r _; kill -INT $server; } <&3 & reader=$!
            wait $server; status=$?
            kill $reader 2>/dev/null
            [ -z "$delete" ] || rm -rf "$delete"
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
     * Creates the data folder if it is missing, starts the server and waits until it answers.
     *
     * @param log
     *            the file that the log lines of the server are appended to
     * @throws IOException
     *             if the server does not answer in 30 s; the message contains the end of the log
     */
    public static PostgresServer start(PostgresCluster cluster, Path log) throws IOException {
        return start(cluster, log, "");
    }

    /**
     * Starts a server as {@link #start(PostgresCluster, Path)} does, for temporary data.
     *
     * @param deleted
     *            a folder around the data folder and the log, which is deleted when the server stops
     */
    public static PostgresServer startTemporary(PostgresCluster cluster, Path log, Path deleted) throws IOException {
        return start(cluster, log, deleted.toAbsolutePath().toString());
    }

    /** {@return the administration of the server} */
    public PostgresAdmin admin() {
        return cluster.admin();
    }

    /** Stops the server without waiting for its clients. Acknowledged commits are kept. */
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

    private static PostgresServer start(PostgresCluster cluster, Path log, String deleted) throws IOException {
        cluster.initialise();
        List<String> command = new ArrayList<>(List.of("sh", "-c", GUARD, "postgres-guard", deleted));
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
