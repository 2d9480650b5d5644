package org.prefstream.local.supervise;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where children run and leave their traces.
 *
 * @param folder
 *            the data folder; the children's working directory
 */
public record Workplace(Path folder) {

    /** Makes the path absolute, so that it is recognised in command lines. */
    public Workplace {
        folder = folder.toAbsolutePath().normalize();
    }

    /** Makes the folders for pid files and logs. */
    public void prepare() throws IOException {
        Files.createDirectories(folder.resolve("run"));
        Files.createDirectories(folder.resolve("logs"));
    }

    PidFile pidFile(String child) {
        return new PidFile(folder.resolve("run").resolve(child + ".pid"));
    }

    /** {@return the log of a child} */
    public ChildLog log(String child) {
        return new ChildLog(folder.resolve("logs").resolve(child + ".log"));
    }
}
