package org.prefstream.kit.security;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long this service believes its copy of who may do what. docs/security.md gives the reasons. */
@ConfigMapping(prefix = "prefstream.access")
public interface AccessConfig {

    /**
     * How long the copy counts as fresh after it was seen to hold everything. Then task-service is asked about everybody who
     * sends a request.
     */
    @WithDefault("5s")
    Duration freshFor();

    /**
     * How long the copy is believed after it was seen to hold everything if task-service does not answer either. Then requests
     * are refused with a 503.
     */
    @WithDefault("30s")
    Duration trustedFor();
}
