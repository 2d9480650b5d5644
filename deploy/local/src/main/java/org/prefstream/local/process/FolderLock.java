package org.prefstream.local.process;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * Gives one supervisor the exclusive right to a data folder. The operating system releases it whenever its holder ends.
 */
public final class FolderLock implements AutoCloseable {

    private final FileChannel file;

    private FolderLock(FileChannel file) {
        this.file = file;
    }

    /** {@return the lock, or nothing if another process holds it} */
    public static Optional<FolderLock> tryLock(Path lockFile) throws IOException {
        FileChannel file = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(file) == null) {
            file.close();
            return Optional.empty();
        }
        file.truncate(0);
        file.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
        return Optional.of(new FolderLock(file));
    }

    /** {@return the pid that the holder wrote to the file, or "unknown"} */
    public static String holder(Path lockFile) throws IOException {
        return Files.readString(lockFile).lines().findFirst().orElse("unknown");
    }

    @Override
    public void close() throws IOException {
        file.close();
    }

    private static @Nullable FileLock lock(FileChannel file) throws IOException {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException sameProcess) {
            return null;
        }
    }
}
