package org.prefstream.embedded;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/**
 * Provides the programs of PostgreSQL in a folder on this machine. They come from the archive on the class path.
 *
 * @param home
 *            the folder that holds {@code bin}, {@code lib} and {@code share}
 */
public record PostgresPrograms(Path home) {

    /** The major version, as PostgreSQL writes it to {@code PG_VERSION} in its data folder. */
    static final String MAJOR = "18";

    private static final String VERSION = version();

    /** {@return the programs below the folder; they exist once {@linkplain #unpack unpacked}} */
    public static PostgresPrograms in(Path folder) {
        return new PostgresPrograms(folder.toAbsolutePath().resolve("postgres-" + VERSION));
    }

    /**
     * Unpacks the programs once. Later calls, also from other processes, find the unpacked programs.
     *
     * @return this
     * @throws IOException
     *             if the archive for this system is missing or the folder cannot be written
     */
    public PostgresPrograms unpack() throws IOException {
        if (!Files.isDirectory(home)) {
            Files.createDirectories(home.getParent());
            Path unpacked = Files.createTempDirectory(home.getParent(), "unpacking");
            unpack(unpacked);
            publish(unpacked, home);
        }
        return this;
    }

    /** {@return the command that runs the program; it also works for root, although PostgreSQL refuses root} */
    List<String> command(String program, List<String> arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            // In a user namespace of its own root looks like nobody, and keeps its rights on the data folder.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return List.copyOf(command);
    }

    private static void publish(Path unpacked, Path home) throws IOException {
        try {
            Files.move(unpacked, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            Folders.delete(unpacked);
            if (!Files.isDirectory(home)) {
                throw e;
            }
        }
    }

    private static void unpack(Path target) throws IOException {
        try (InputStream archive = archive();
                TarArchiveInputStream tar = new TarArchiveInputStream(
                        new XZCompressorInputStream(new BufferedInputStream(archive)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(entry, tar, target);
            }
        }
        Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
        Path path = target.resolve(entry.getName()).normalize();
        if (!path.startsWith(target)) {
            throw new IOException("The archive of PostgreSQL has a file outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(path);
            return;
        }
        Files.createDirectories(path.getParent());
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
        } else if (entry.isFile()) {
            write(content, path);
            Files.setPosixFilePermissions(path,
                    PosixFilePermissions.fromString((entry.getMode() & 0100) == 0 ? "rw-r--r--" : "rwxr-xr-x"));
        }
    }

    private static void write(InputStream content, Path path) throws IOException {
        try {
            Files.copy(content, path);
        } catch (FileAlreadyExistsException twice) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static InputStream archive() throws IOException {
        String name = "/postgres-" + system() + "-" + hardware() + ".txz";
        InputStream archive = PostgresPrograms.class.getResourceAsStream(name);
        if (archive == null) {
            throw new IOException("PostgreSQL's programs for this system are not on the class path: " + name
                    + " (there are profiles for Linux and macOS on x86-64 and ARM in embedded/pom.xml)");
        }
        return archive;
    }

    private static String version() {
        try (InputStream text = PostgresPrograms.class.getResourceAsStream("postgres.version")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String system() {
        return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac") ? "darwin" : "linux";
    }

    private static String hardware() {
        return "aarch64".equals(System.getProperty("os.arch")) ? "arm_64" : "x86_64";
    }
}
