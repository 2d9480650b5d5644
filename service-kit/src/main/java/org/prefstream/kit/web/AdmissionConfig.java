package org.prefstream.kit.web;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many requests a service takes at a time, whichever door they come through. */
@ConfigMapping(prefix = "prefstream.admission")
interface AdmissionConfig {

    /** The most requests of people and programs that are under way. */
    @WithDefault("512")
    int places();

    /** The most imports and exports that are under way, beside those. */
    @WithDefault("32")
    int bulkPlaces();
}
