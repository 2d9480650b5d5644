package org.prefstream.kit.messaging;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. */
@ConfigMapping(prefix = "prefstream.relay")
public interface RelayConfig {

    /** Whether this process relays at all; tests drive it by hand. */
    @WithDefault("true")
    boolean enabled();

    /** The longest pause between two looks at the outbox. */
    @WithDefault("1s")
    Duration poll();

    /**
     * The shortest time between the beginnings of two transactions, while there is no backlog. The relay also rests as long as
     * the last one took, up to four times this.
     */
    @WithDefault("40ms")
    Duration spacing();

    /** Rows of one Kafka transaction. */
    @WithDefault("1000")
    int batchRows();

    /** Payload bytes of one Kafka transaction; a single larger row goes alone. */
    @WithDefault("16777216")
    long batchBytes();

    /** How long a silent relay keeps its lease. */
    @WithDefault("5s")
    Duration lease();

    /** Pause after a term that ended with a failure. */
    @WithDefault("500ms")
    Duration backoff();
}
