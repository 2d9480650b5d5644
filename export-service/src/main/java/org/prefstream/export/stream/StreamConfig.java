package org.prefstream.export.stream;

import java.time.Duration;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How many streams there may be, and what happens while nothing happens. */
@ConfigMapping(prefix = "prefstream.stream")
interface StreamConfig {

    /** How many streams one person may have open at this replica: a page in each of some tabs, and a few programs. */
    @WithDefault("8")
    @Min(1)
    int perPerson();

    /** How many streams everybody together may have open at this replica. */
    @WithDefault("200")
    @Min(1)
    int most();

    /** After so long without an event a comment is sent, so that proxies and clients see that the stream lives. */
    @WithDefault("15s")
    Duration silenceMax();

    /** How often it is asked whether the reader may still read. */
    @WithDefault("2s")
    Duration accessEvery();
}
