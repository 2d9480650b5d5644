package org.prefstream.annotation.submission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How long the bodies of requests may be. */
@ConfigMapping(prefix = "prefstream.http")
interface BodyConfig {

    /** The most bytes that a body may have, unless it is a bulk request. A result may have 1 MiB as compact JSON. */
    @WithDefault("10485760")
    long jsonBytesMax();

    /** The most bytes that a bulk request may have. */
    @WithDefault("16777216")
    long bulkBytesMax();
}
