package org.prefstream.export.download;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How others than the services reach Kafka. */
@ConfigMapping(prefix = "prefstream.kafka")
interface TopicConfig {

    /** The bootstrap servers for readers of the dataset, {@code host:port} with commas; what the services use may lead nowhere for them. */
    Optional<String> publicAddress();
}
