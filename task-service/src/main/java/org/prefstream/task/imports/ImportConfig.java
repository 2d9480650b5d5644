package org.prefstream.task.imports;

import java.nio.file.Path;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How imports are taken. */
@ConfigMapping(prefix = "prefstream.import")
interface ImportConfig {

    /** The largest import, all files together. */
    @WithDefault("1G")
    MemorySize maxBytes();

    /** How many imports are stored at a time. Each has a connection of the pool {@code imports}, and needs one more now and then. */
    @WithDefault("2")
    @Min(1)
    @Max(7)
    int atOnce();

    /** How many more are received, or wait for their turn. Who comes beyond is refused with a 503. */
    @WithDefault("14")
    @Min(0)
    int waiting();

    /** Where a body waits until it is complete; the system's folder for temporary files by default. */
    Optional<Path> spoolFolder();
}
