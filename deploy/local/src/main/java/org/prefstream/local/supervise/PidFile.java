package org.prefstream.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file that names a process by its pid, in its first line.
 *
 * @param path
 *            the file
 */
record PidFile(Path path) {

    void write(long pid) throws IOException {
        Files.writeString(path, pid + "\n");
    }

    void delete() throws IOException {
        Files.deleteIfExists(path);
    }

    /**
     * {@return the process that the file names, if it lives and is ours} Pids are used again, so the process counts as
     * ours only if its command line names the data folder.
     */
    Optional<ProcessHandle> living(Path dataFolder) throws IOException {
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        Optional<String> firstLine = Files.readString(path).lines().findFirst();
        return firstLine.filter(line -> line.strip().matches("[0-9]{1,18}"))
                .flatMap(line -> ProcessHandle.of(Long.parseLong(line.strip())))
                .filter(ProcessHandle::isAlive)
                .filter(process -> names(process, dataFolder));
    }

    private static boolean names(ProcessHandle process, Path dataFolder) {
        return process.info().commandLine().filter(line -> line.contains(dataFolder.toString())).isPresent();
    }
}
