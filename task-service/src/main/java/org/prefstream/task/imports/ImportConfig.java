package org.prefstream.task.imports;

import java.nio.file.Path;
import java.util.Optional;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How imports are taken. */
@ConfigMapping(prefix = "prefstream.import")
interface ImportConfig {

    /** The largest import, all files together. */
    @WithDefault("1G")
    MemorySize maxBytes();

    /** Where a body waits until it is complete; the system's folder for temporary files by default. */
    Optional<Path> spoolFolder();
}
