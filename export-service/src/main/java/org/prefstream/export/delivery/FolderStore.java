package org.prefstream.export.delivery;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

import org.jboss.logging.Logger;

/** A folder of this machine, or one that is mounted. A file is written under a hidden name beside its own, and renamed when it is on disk. */
final class FolderStore implements Store {

    private static final Logger LOG = Logger.getLogger(FolderStore.class);
    private static final String UNFINISHED = ".prefstream-unfinished";

    private final Path root;

    FolderStore(Path root) {
        this.root = root;
    }

    /** Work with files. */
    @FunctionalInterface
    private interface Work<T> {

        T run() throws IOException;
    }

    @Override
    public String kind() {
        return "folder";
    }

    /** A folder that is not there may be one that is not mounted; whatever is made in its place would be lost with it. */
    private Path path(String relative) throws StoreFailed {
        if (!Files.isDirectory(root)) {
            throw StoreFailed.passing("The target's folder is not there, or it is not mounted.",
                    new NoSuchFileException(root.toString()));
        }
        return root.resolve(relative);
    }

    @Override
    public void clean(String place) throws StoreFailed {
        Path folder = path(place);
        told(() -> {
            if (Files.isDirectory(folder)) {
                for (Path left : unfinished(folder)) {
                    Files.deleteIfExists(left);
                }
            }
            return folder;
        });
    }

    private static List<Path> unfinished(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> path.getFileName().toString().endsWith(UNFINISHED)).toList();
        }
    }

    @Override
    public StagedFile begin(String path) throws StoreFailed {
        Path file = path(path);
        Path folder = file.resolveSibling("");
        Path hidden = file.resolveSibling("." + file.getFileName() + UNFINISHED);
        return told(() -> {
            Files.createDirectories(folder);
            return new Staged(file, hidden, FileChannel.open(hidden, StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE));
        });
    }

    @Override
    public Optional<byte[]> read(String path) throws StoreFailed {
        Path file = path(path);
        return told(() -> Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty());
    }

    @Override
    public Optional<Long> size(String path) throws StoreFailed {
        Path file = path(path);
        return told(() -> Files.isRegularFile(file) ? Optional.of(Files.size(file)) : Optional.empty());
    }

    @Override
    public void remove(String path) throws StoreFailed {
        Path file = path(path);
        told(() -> {
            if (Files.deleteIfExists(file)) {
                sync(file.resolveSibling(""));
            }
            return file;
        });
    }

    /** A name is on disk once its folder is. */
    private static void sync(Path folder) throws IOException {
        try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
            names.force(true);
        }
    }

    private static <T> T told(Work<T> work) throws StoreFailed {
        try {
            return work.run();
        } catch (StoreFailed e) {
            throw e;
        } catch (AccessDeniedException e) {
            throw StoreFailed.lasting("The service may not write to the target's folder.", e);
        } catch (AtomicMoveNotSupportedException e) {
            throw StoreFailed.lasting("The target's folder cannot rename a file within itself.", e);
        } catch (IOException e) {
            throw told(e);
        }
    }

    private static StoreFailed told(IOException failure) {
        String reason = failure instanceof FileSystemException told ? told.getReason() : failure.getMessage();
        String words = String.valueOf(reason).toLowerCase(Locale.ROOT);
        if (words.contains("no space") || words.contains("quota")) {
            return StoreFailed.passing("The target's disk is full.", failure);
        }
        if (words.contains("read-only")) {
            return StoreFailed.lasting("The target's folder can only be read.", failure);
        }
        return StoreFailed.passing("The target's folder could not be written (%s)."
                .formatted(failure instanceof FileSystemException && reason == null
                        ? failure.getClass().getSimpleName()
                        : String.valueOf(reason)),
                failure);
    }

    private static final class Staged extends StagedFile {

        private final Path file;
        private final Path hidden;
        private final FileChannel channel;

        private Staged(Path file, Path hidden, FileChannel channel) {
            this.file = file;
            this.hidden = hidden;
            this.channel = channel;
        }

        @Override
        void write(byte[] bytes, int offset, int length) throws IOException {
            ByteBuffer rest = ByteBuffer.wrap(bytes, offset, length);
            told(() -> {
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
                return rest;
            });
        }

        @Override
        void finish() throws IOException {
            told(() -> {
                channel.force(true);
                channel.close();
                return channel;
            });
        }

        @Override
        void publish() throws IOException {
            told(() -> {
                Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE);
                sync(file.resolveSibling(""));
                return file;
            });
        }

        @Override
        void drop() {
            try {
                channel.close();
                Files.deleteIfExists(hidden);
            } catch (IOException e) {
                LOG.warnf("an unfinished file stays in a target's folder until its delivery is tried again: %s", e);
            }
        }
    }
}
