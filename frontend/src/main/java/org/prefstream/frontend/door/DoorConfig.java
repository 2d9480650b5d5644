package org.prefstream.frontend;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Where the services are, and how patient the door is with them. */
@ConfigMapping(prefix = "prefstream")
interface DoorConfig {

    /** Owner of projects, tasks and people ({@code PREFSTREAM_TASK_URL}). */
    Peer task();

    /** Owner of leases and annotations ({@code PREFSTREAM_ANNOTATION_URL}). */
    Peer annotation();

    /** Owner of exports and statistics ({@code PREFSTREAM_EXPORT_URL}). */
    Peer export();

    /** The door's own settings. */
    Door door();

    /** One service. */
    interface Peer {

        /** Base URL of its API: scheme, host and port. */
        URI url();

        /** Base URL of its second port, where its health is. */
        URI internalUrl();
    }

    /** What concerns the door alone. */
    interface Door {

        /** How long a service may take to accept a connection. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** How long a connection to a service may carry nothing in either direction before it is given up. */
        @WithDefault("5m")
        Duration silenceMax();

        /** How many requests one service may be working on at a time. */
        @WithDefault("256")
        int connectionsMax();

        /** How many more requests wait for a free connection; what comes on top is told to try again. */
        @WithDefault("1024")
        int waitingMax();

        /**
         * Whether {@code X-Forwarded-*} headers come from a proxy of one's own in front of the door. If not, what clients
         * put there is replaced by what the door itself sees.
         */
        @WithDefault("false")
        boolean behindProxy();
    }
}
