package org.prefstream.task.imports;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file in which an import waits until it is complete. It is deleted when it is closed. */
record Spool(Path file) implements AutoCloseable {

    /** {@return a new file} */
    static Spool open(ImportConfig config) throws IOException {
        return new Spool(config.spoolFolder().isPresent()
                ? Files.createTempFile(config.spoolFolder().get(), "import", ".spool")
                : Files.createTempFile("prefstream-import", ".spool"));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
