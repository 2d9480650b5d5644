package org.prefstream.kit.messaging;

import java.util.List;
import java.util.Optional;

import org.prefstream.contract.Topic;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** The topics of this service. */
@ConfigMapping(prefix = "prefstream.topics")
public interface TopicsConfig {

    /** Goes before every topic's name, so that several installations can share a broker. Empty by default. */
    Optional<String> prefix();

    /** Partitions of topics that this service makes; fixed for a topic's life. */
    @WithDefault("3")
    int partitions();

    /** Topics that this service owns: it makes or verifies them, and nobody else writes to them. */
    Optional<List<Topic>> owned();

    /** Topics that this service keeps copies of. */
    Optional<List<Topic>> consumed();
}
