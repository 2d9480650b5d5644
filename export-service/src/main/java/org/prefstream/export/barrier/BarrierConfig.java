package org.prefstream.export.barrier;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How patient an export is. */
@ConfigMapping(prefix = "prefstream.export")
interface BarrierConfig {

    /** How long an export waits for what was acknowledged before it; then it is refused. */
    @WithDefault("10s")
    Duration barrierDeadline();
}
