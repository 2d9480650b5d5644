package org.prefstream.kit.messaging;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How the relay works. */
@ConfigMapping(prefix = "prefstream.relay")
public interface RelayConfig {

    /** Whether this process relays at all. Tests switch it off to drive the relay by hand. */
    @WithDefault("true")
    boolean enabled();

    /** The longest pause between two looks at the outbox. */
    @WithDefault("1s")
    Duration poll();

    /**
     * The shortest time between the beginnings of two transactions, while there is no backlog. After one that took longer the relay rests
     * for as long as it took longer, for a quarter of what it took at least, and for eight times this setting at most.
     */
    @WithDefault("20ms")
    Duration spacing();

    /** The most rows of one Kafka transaction. */
    @WithDefault("1000")
    int batchRows();

    /** The most payload bytes of one Kafka transaction. A single larger row goes alone. */
    @WithDefault("8388608")
    long batchBytes();

    /** How long a silent relay keeps its lease, which says which replica relays. */
    @WithDefault("5s")
    Duration lease();

    /** The pause after a term that ended with a failure. */
    @WithDefault("500ms")
    Duration backoff();
}
