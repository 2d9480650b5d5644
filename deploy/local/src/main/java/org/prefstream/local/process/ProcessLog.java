package org.prefstream.local.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * Keeps the log of a process small. The process itself appends to the file, so that it can go on without the
 * supervisor. A large file is therefore copied and truncated instead of renamed. Lines that the process writes between
 * the copy and the truncation are lost.
 *
 * @param path
 *            the file
 */
record ProcessLog(Path path) {

    private static final long BYTES_MAX = 10L * 1024 * 1024;
    private static final int ROTATIONS_KEPT = 3;
    private static final int TAIL_BYTES = 16 * 1024;

    void append(String line) throws IOException {
        Files.writeString(path, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void rotateIfLarge() throws IOException {
        rotateIfLargerThan(BYTES_MAX);
    }

    void rotateIfLargerThan(long bytes) throws IOException {
        if (!Files.exists(path) || Files.size(path) <= bytes) {
            return;
        }
        for (int number = ROTATIONS_KEPT - 1; number >= 1; number--) {
            if (Files.exists(numbered(number))) {
                Files.move(numbered(number), numbered(number + 1), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        Files.copy(path, numbered(1), StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
    }

    /** {@return the last lines, at most the given number} */
    List<String> tail(int lines) throws IOException {
        if (!Files.exists(path)) {
            return List.of();
        }
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            byte[] end = new byte[(int) Math.min(TAIL_BYTES, file.length() - file.getFilePointer())];
            file.readFully(end);
            List<String> all = new String(end, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }

    private Path numbered(int number) {
        return path.resolveSibling(path.getFileName() + "." + number);
    }
}
