package org.prefstream.embedded.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.prefstream.embedded.Folders;
import org.prefstream.embedded.FreePorts;
import org.prefstream.embedded.PostgresAdmin;

/**
 * A PgBouncer of this machine before the tests' PostgreSQL, set up as docs/running.md says: it shares connections by transaction,
 * and asks the database for the passwords. It ends with this JVM.
 */
final class PgBouncer {

    private static final Duration START_MAX = Duration.ofSeconds(10);
    private static final Duration POLL = Duration.ofMillis(30);

    /** Runs PgBouncer until our end of its standard input closes. In a user namespace of its own root looks like nobody. */
    private static final String GUARD = """
            PATH=$PATH:/usr/sbin:/usr/local/sbin
            command -v pgbouncer || { echo "PgBouncer is missing: apt-get install pgbouncer"; exit 127; }
            exec 3<&0
            [ "$(id -u)" = 0 ] && as="unshare -U"
            $as pgbouncer "$1" 3<&- & pooler=$!
            { read -r _; kill -KILL $pooler; } <&3 & reader=$!
            wait $pooler; status=$?
            kill $reader 2>/dev/null
            exit $status
            """;

    /** What a service sets for its sessions where no pooler stands between; service-kit's tests have this time-out of locks. */
    private static final String SESSION = "set enable_seqscan = off; set lock_timeout = 2000; set statement_timeout = 15000; "
            + "set idle_in_transaction_session_timeout = 60000";

    private static final String SETTINGS = """
            [databases]
            * = host=%s port=%d connect_query='%s'
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = %d
            unix_socket_dir =
            auth_type = scram-sha-256
            auth_file = %s
            auth_user = postgres
            auth_query = select usename, passwd from pg_shadow where usename = $1
            pool_mode = transaction
            default_pool_size = 36
            query_wait_timeout = 5
            max_client_conn = 500
            ignore_startup_parameters = extra_float_digits
            """;

    private final Path folder;
    private final Process guard;
    private final int port;

    private PgBouncer(Path folder, Process guard, int port) {
        this.folder = folder;
        this.guard = guard;
        this.port = port;
    }

    /**
     * Starts it and waits until it answers.
     *
     * @throws IOException if it does not, within 10 s; the message has the end of its log
     */
    static PgBouncer start(PostgresAdmin postgres) throws IOException {
        Path folder = Files.createTempDirectory("prefstream-pgbouncer-");
        int port = FreePorts.next();
        Path users = Files.writeString(folder.resolve("users"), "\"postgres\" \"%s\"%n".formatted(postgres.password()));
        Path settings = Files.writeString(folder.resolve("pgbouncer.ini"),
                SETTINGS.formatted(postgres.host(), postgres.port(), SESSION, port, users));
        Process guard = new ProcessBuilder("sh", "-c", GUARD, "pgbouncer-guard", settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        PgBouncer started = new PgBouncer(folder, guard, port);
        started.await(new PostgresAdmin("127.0.0.1", port, postgres.password()));
        return started;
    }

    private void await(PostgresAdmin throughIt) throws IOException {
        long deadline = System.nanoTime() + START_MAX.toNanos();
        while (!throughIt.isReady()) {
            if (System.nanoTime() > deadline || !guard.isAlive()) {
                List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve("log")));
                stop();
                throw new IOException("PgBouncer did not start; its log ends with: "
                        + String.join(" | ", lines.subList(Math.max(0, lines.size() - 5), lines.size())));
            }
            pause();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PgBouncer started", e);
        }
    }

    /** {@return its port on 127.0.0.1} */
    int port() {
        return port;
    }

    void stop() {
        try {
            guard.getOutputStream().close();
            Folders.delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
