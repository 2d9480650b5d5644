package org.prefstream.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Names a process by its pid, in the first line of a file.
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
     * {@return the process that the file names, if it is alive and ours} The operating system reuses pids. A process is
     * therefore ours only if its command line contains the data folder.
     */
    Optional<ProcessHandle> find(Path dataFolder) throws IOException {
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
