package org.prefstream.export.download;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many exports run at once, how long the others wait, and what of a file waits on disk for a slow client. */
@ConfigMapping(prefix = "prefstream.download")
interface DownloadConfig {

    /**
     * How many files may be written at the same time, as each one takes a database connection. One person has at most half of these
     * places. Further exports wait.
     */
    @WithDefault("6")
    @Min(1)
    @Max(10)
    int concurrent();

    /** How long an export waits for its turn, before it is refused. */
    @WithDefault("30s")
    Duration patience();

    /** How much of one file may wait on disk. An export that is farther ahead of its client waits, and keeps its place meanwhile. */
    @WithDefault("1G")
    MemorySize spoolMaxBytes();

    /** How much of all files together may wait on disk. */
    @WithDefault("4G")
    MemorySize spoolsMaxBytes();

    /** Where files wait; the system's folder for temporary files by default. */
    Optional<Path> spoolFolder();
}
