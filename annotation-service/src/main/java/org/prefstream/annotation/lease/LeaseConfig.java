package org.prefstream.annotation.lease;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long a claim on a task lasts. */
@ConfigMapping(prefix = "prefstream.lease")
public interface LeaseConfig {

    /** How long a task stays with somebody who says nothing; the page's heartbeat prolongs it. */
    @WithDefault("15m")
    Duration length();

    /** How often the page should say that it is still there. */
    @WithDefault("60s")
    Duration heartbeat();
}
