package org.prefstream.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Describes a data folder of PostgreSQL and how its server runs. The server listens on 127.0.0.1 alone, and every
 * connection needs a password.
 *
 * @param programs
 *            the programs of the server
 * @param folder
 *            the data folder; {@link #initialise()} creates it if it is missing
 * @param port
 *            the port that the server listens on
 * @param password
 *            the password of the superuser {@code postgres}, which is set when the folder is created
 * @param durability
 *            whether an acknowledged commit must survive a power cut
 */
public record PostgresCluster(
        PostgresPrograms programs,
        Path folder,
        int port,
        String password,
        Durability durability) {

    /** The name of the superuser. */
    static final String SUPERUSER = "postgres";

    private static final int INITIALISE_SECONDS_MAX = 120;

    /** Says whether the server waits for the disk. */
    public enum Durability {
        /** Every acknowledged commit is on disk: fsync, synchronous_commit and full_page_writes are on. */
        DURABLE,
        /** Nothing waits for the disk, which is enough for tests. A crash of the machine may destroy the data. */
        NON_DURABLE
    }

    /**
     * Creates the data folder unless it exists. An interrupted attempt leaves no folder that looks complete.
     *
     * @throws IOException
     *             if the folder cannot be created, or holds the data of another major version
     */
    public void initialise() throws IOException {
        Path version = folder.resolve("PG_VERSION");
        if (Files.exists(version)) {
            refuseOtherVersion(Files.readString(version).strip());
            return;
        }
        Files.createDirectories(folder.toAbsolutePath().getParent());
        Path unfinished = folder.resolveSibling(folder.getFileName() + ".unfinished");
        Folders.delete(unfinished);
        runInitdb(unfinished);
        Files.deleteIfExists(folder);
        Files.move(unfinished, folder, StandardCopyOption.ATOMIC_MOVE);
    }

    /** {@return the command that runs the server in the foreground until it gets a signal} */
    public List<String> serverCommand() {
        List<String> arguments = new ArrayList<>(List.of("-D", folder.toAbsolutePath().toString()));
        settings().forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
        return programs.command("postgres", arguments);
    }

    /** {@return the administration of the running server} */
    public PostgresAdmin admin() {
        return new PostgresAdmin("127.0.0.1", port, password);
    }

    private void refuseOtherVersion(String found) throws IOException {
        if (!found.equals(PostgresPrograms.MAJOR)) {
            throw new IOException("%s holds the data of PostgreSQL %s, but these programs are version %s"
                    .formatted(folder, found, PostgresPrograms.MAJOR));
        }
    }

    private void runInitdb(Path target) throws IOException {
        Path passwordFile = Files.createTempFile("prefstream", ".pw");
        Path log = Files.createTempFile("prefstream-initdb", ".log");
        try {
            Files.writeString(passwordFile, password);
            List<String> command = programs.command("initdb", initdbArguments(target, passwordFile));
            Process initdb = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
            awaitEnd(initdb);
            if (initdb.exitValue() != 0) {
                throw new IOException("PostgreSQL's data folder %s could not be made: %s".formatted(folder,
                        Files.readString(log, StandardCharsets.UTF_8).strip()));
            }
        } finally {
            Files.deleteIfExists(passwordFile);
            Files.deleteIfExists(log);
        }
    }

    private static void awaitEnd(Process initdb) throws IOException {
        try {
            if (!initdb.waitFor(INITIALISE_SECONDS_MAX, TimeUnit.SECONDS)) {
                throw new IOException("initdb did not end in %d s".formatted(INITIALISE_SECONDS_MAX));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL's data folder was made", e);
        } finally {
            initdb.destroyForcibly();
        }
    }

    private List<String> initdbArguments(Path target, Path passwordFile) {
        List<String> arguments = new ArrayList<>(List.of("-D", target.toAbsolutePath().toString(), "-U", SUPERUSER,
                "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8"));
        if (durability == Durability.NON_DURABLE) {
            arguments.add("--no-sync");
        }
        return arguments;
    }

    /**
     * {@return the settings that differ from PostgreSQL's own}
     *
     * <p>A new file of the write-ahead log is not filled with zeros ({@code wal_init_zero}): whoever commits would write 16 MiB of them
     * first, while everybody else waits for that. Commits are on disk all the same.
     */
    private Map<String, String> settings() {
        String wait = durability == Durability.DURABLE ? "on" : "off";
        return Map.ofEntries(Map.entry("port", Integer.toString(port)), Map.entry("listen_addresses", "127.0.0.1"),
                Map.entry("unix_socket_directories", ""), Map.entry("fsync", wait),
                Map.entry("synchronous_commit", wait), Map.entry("full_page_writes", wait),
                Map.entry("max_connections", "200"), Map.entry("shared_buffers", "256MB"),
                Map.entry("max_wal_size", "512MB"), Map.entry("wal_init_zero", "off"), Map.entry("jit", "off"),
                Map.entry("io_method", "sync"), Map.entry("timezone", "UTC"), Map.entry("log_timezone", "UTC"));
    }
}
