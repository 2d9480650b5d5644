package org.prefstream.export.download;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many exports run at once, and how long the others wait. */
@ConfigMapping(prefix = "prefstream.download")
interface DownloadConfig {

    /** How many files may be written at the same time, as each one takes a database connection. Further ones wait. */
    @WithDefault("6")
    int concurrent();

    /** How long an export waits for its turn, before it is refused. */
    @WithDefault("30s")
    Duration patience();
}
