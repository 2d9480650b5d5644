package org.prefstream.annotation.lease;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a claim on a task lasts. */
@ConfigMapping(prefix = "prefstream.lease")
public interface LeaseConfig {

    /** How long a task stays with an annotator whose page is silent; each heartbeat of the page extends the lease by it. */
    @WithDefault("15m")
    Duration length();

    /** How often the page sends its heartbeat. */
    @WithDefault("60s")
    Duration heartbeat();
}
