package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Whom this service waits for, and how long, before it reads what was acknowledged by others. */
@ConfigMapping(prefix = "prefstream.barrier")
public interface BarrierConfig {

    /** The owners of what this service keeps copies of, in the order in which work goes through them; none by default. */
    Optional<List<String>> owners();

    /** How long a reader waits for what was acknowledged before, until it is told what lags. */
    @WithDefault("10s")
    Duration patience();
}
