package org.prefstream.export.delivery;

import java.time.Duration;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How files are written to targets. */
@ConfigMapping(prefix = "prefstream.delivery")
interface DeliveryConfig {

    /** How many deliveries a replica works on at a time. */
    @WithDefault("2")
    @Min(1)
    @Max(10)
    int atOnce();

    /** How often one delivery is begun before it has failed. */
    @WithDefault("5")
    @Min(1)
    @Max(50)
    int attempts();

    /** How long is waited after the first failure that may pass; each further one doubles it. */
    @WithDefault("5s")
    Duration backoff();

    /** The longest wait between two attempts. */
    @WithDefault("5m")
    Duration backoffMax();

    /** For how long a delivery stays with a replica that says nothing any more. */
    @WithDefault("15s")
    Duration lease();

    /** How long storage may take for one answer, such as for eight megabytes. */
    @WithDefault("60s")
    Duration timeout();
}
