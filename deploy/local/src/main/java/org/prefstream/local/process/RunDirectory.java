package org.prefstream.local.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Holds the pid files and logs of the processes, and is their working directory.
 *
 * @param folder
 *            the data folder
 */
public record RunDirectory(Path folder) {

    /** Makes the path absolute, so that it can be found in command lines. */
    public RunDirectory {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Creates the folders for pid files and logs. */
    public void prepare() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("logs"));
    }

    PidFile pidFile(String process) {
        return new PidFile(folder.resolve("run").resolve(process + ".pid"));
    }

    /** {@return the log of the process with this name} */
    ProcessLog log(String process) {
        return new ProcessLog(folder.resolve("logs").resolve(process + ".log"));
    }
}
