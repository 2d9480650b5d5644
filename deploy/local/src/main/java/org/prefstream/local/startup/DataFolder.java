package org.prefstream.local.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

import org.prefstream.local.process.ErrorText;
import org.prefstream.local.process.FolderLock;
import org.prefstream.local.process.RunDirectory;

/**
 * Keeps everything of one local system that outlives a stop. Only its owner can read the folder.
 *
 * @param path
 *            the folder
 */
record DataFolder(Path path) {

    private static final int SECRET_BYTES = 32;
    private static final int PASSWORD_BYTES = 12;
    private static final String PARTITIONS = "1";
    private static final String FORMER_PARTITIONS = "3";
    private static final SecureRandom RANDOM = new SecureRandom();

    DataFolder {
        path = path.toAbsolutePath().normalize();
    }

    RunDirectory runDirectory() {
        return new RunDirectory(path);
    }

    Path postgres() {
        return path.resolve("postgres");
    }

    Path kafka() {
        return path.resolve("kafka");
    }

    Path programs() {
        return path.resolve("programs");
    }

    Path temporary() {
        return path.resolve("tmp");
    }

    Path connectionFile() {
        return path.resolve("connection.env");
    }

    /** Creates the folder and takes the exclusive right to it. */
    FolderLock open() throws StartRefused {
        try {
            Files.createDirectories(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx------"));
            runDirectory().prepare();
            Files.createDirectories(temporary());
            Path lockFile = path.resolve("run").resolve("supervisor.lock");
            FolderLock lock = FolderLock.tryLock(lockFile).orElse(null);
            if (lock == null) {
                throw new StartRefused(
                        "Prefstream already runs on %s (pid %s). Stop that one, or take another folder with --data."
                                .formatted(path, FolderLock.holder(lockFile)));
            }
            return lock;
        } catch (IOException e) {
            throw new StartRefused("The data folder %s cannot be used: %s.".formatted(path, ErrorText.of(e)));
        }
    }

    /** Refuses to start on a disk that is almost full. */
    void requireSpace(long bytesMin) throws StartRefused {
        try {
            long free = Files.getFileStore(path).getUsableSpace();
            if (free < bytesMin) {
                throw new StartRefused("The disk of %s is full: %d MiB are free, and Prefstream starts with %d or more."
                        .formatted(path, free >> 20, bytesMin >> 20));
            }
        } catch (IOException e) {
            throw new StartRefused("The disk of %s cannot be examined: %s.".formatted(path, ErrorText.of(e)));
        }
    }

    /** {@return the file of a secret of 256 random bits in hex; the first call creates it} */
    Path secretFile(String name) throws IOException {
        return secretFile(name, SECRET_BYTES);
    }

    /** {@return the file of the owner's first password: 96 random bits in hex, short enough to type} */
    Path ownerPasswordFile() throws IOException {
        return secretFile("owner-password", PASSWORD_BYTES);
    }

    private Path secretFile(String name, int bytes) throws IOException {
        Path file = path.resolve("secrets").resolve(name);
        if (!Files.exists(file)) {
            byte[] bits = new byte[bytes];
            RANDOM.nextBytes(bits);
            writePrivately(file, HexFormat.of().formatHex(bits));
        }
        return file;
    }

    String secret(String name) throws IOException {
        return Files.readString(secretFile(name));
    }

    /**
     * {@return how many partitions the topics have} One service of each kind needs no more than one, and the broker writes each to
     * the disk for itself. The number of a topic stays what it was when the topic was made. So the folder keeps it, and a folder
     * without it is from the time of three.
     */
    String topicPartitions() throws IOException {
        Path file = path.resolve("topic-partitions");
        if (!Files.exists(file)) {
            writePrivately(file, Files.exists(kafka()) ? FORMER_PARTITIONS : PARTITIONS);
        }
        return Files.readString(file);
    }

    /** Writes a file that only its owner can read. A reader sees the old or the new text, because the file is moved. */
    static void writePrivately(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Path unfinished = Files.createTempFile(file.getParent(), "." + file.getFileName(), "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try {
            Files.writeString(unfinished, text);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
