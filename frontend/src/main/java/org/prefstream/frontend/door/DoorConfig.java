package org.prefstream.frontend.door;

import java.net.URI;
import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configures the addresses of the services and the limits of the connections to them. */
@ConfigMapping(prefix = "prefstream")
interface DoorConfig {

    /** The owner of projects, tasks and people ({@code PREFSTREAM_TASK_URL}). */
    Peer task();

    /** The owner of leases and annotations ({@code PREFSTREAM_ANNOTATION_URL}). */
    Peer annotation();

    /** The owner of the dataset and its exports ({@code PREFSTREAM_EXPORT_URL}). */
    Peer export();

    /** The settings of the door itself. */
    Door door();

    /** The addresses of one service. */
    interface Peer {

        /** The base URL of the API: scheme, host and port. */
        URI url();

        /** The base URL of the management port, which serves the health. */
        URI internalUrl();
    }

    /** The limits of connections, and whether to trust a proxy. */
    interface Door {

        /** The longest time until a service accepts a connection. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** The longest time without traffic in either direction until the door closes a connection to a service. */
        @WithDefault("5m")
        Duration silenceMax();

        /** The largest number of concurrent requests to one service. */
        @WithDefault("256")
        int connectionsMax();

        /** The largest number of requests that wait for a free connection; further requests are told to try again. */
        @WithDefault("1024")
        int waitingMax();

        /**
         * Whether {@code X-Forwarded-*} headers come from a trusted proxy in front of the door. Otherwise the door
         * replaces the values of clients by what it sees itself.
         */
        @WithDefault("false")
        boolean behindProxy();
    }
}
