package org.prefstream.frontend.door;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Configures the addresses of the services, the address of the door and its limits. */
@ConfigMapping(prefix = "prefstream")
interface DoorConfig {

    /** The owner of projects, tasks and people ({@code PREFSTREAM_TASK_URL}). */
    Peer task();

    /** The owner of leases and annotations ({@code PREFSTREAM_ANNOTATION_URL}). */
    Peer annotation();

    /** The owner of the dataset and its exports ({@code PREFSTREAM_EXPORT_URL}). */
    Peer export();

    /**
     * The address that people know the system by, such as {@code https://prefs.example.org} ({@code PREFSTREAM_PUBLIC_URL}).
     * Links in answers begin with it.
     */
    Optional<URI> publicUrl();

    /**
     * The networks of the proxies in front of the door, such as {@code 10.1.0.0/16} ({@code PREFSTREAM_TRUSTED_PROXIES}). What
     * {@code Forwarded} and {@code X-Forwarded-*} say counts only where such a proxy sends it.
     */
    Optional<List<String>> trustedProxies();

    /** The settings of the door itself. */
    Door door();

    /** What images of tasks are shown. */
    Images images();

    /** The addresses of one service. */
    interface Peer {

        /** The base URL of the API: scheme, host and port. */
        URI url();

        /** The base URL of the management port, which serves the health. */
        URI internalUrl();
    }

    /** The limits of connections and of requests. */
    interface Door {

        /** The longest time until a service accepts a connection. */
        @WithDefault("2s")
        Duration connectTimeout();

        /** The longest time without traffic in either direction until the door closes a connection to a service. */
        @WithDefault("5m")
        Duration silenceMax();

        /** The largest number of connections to one service. */
        @WithDefault("256")
        int connectionsMax();

        /** The largest number of requests that one service answers at a time, while it answers them fast. */
        @WithDefault("128")
        int placesMost();

        /** The number of requests that one service answers at a time, where it is slow. */
        @WithDefault("32")
        int placesLeast();

        /** How long the fastest answers of a service may take until it gets fewer requests at a time. */
        @WithDefault("100ms")
        Duration answerTarget();

        /** The largest number of requests that wait for one service; further requests are told to try again. */
        @WithDefault("1024")
        int waitingMax();

        /** The longest wait; whoever has not been let in by then is told to try again. */
        @WithDefault("500ms")
        Duration waitMax();

        /** The largest number of imports, exports and large bodies that one service gets at a time. */
        @WithDefault("64")
        int streamsMax();

        /**
         * The largest number of streams of the dataset that are open at a time. Each keeps a connection to export-service, which has
         * to have some left for exports.
         */
        @WithDefault("192")
        int liveMax();
    }

    /** Where images of tasks may come from, and their limits. */
    interface Images {

        /**
         * What the addresses of images begin with, such as {@code https://images.example.org/prefs/}
         * ({@code PREFSTREAM_IMAGES_SOURCES}, separated by commas). No other image is loaded; without any, none is.
         */
        Optional<List<String>> sources();

        /**
         * A PEM file of the certificates that sources over TLS are trusted by ({@code PREFSTREAM_IMAGES_SSL_ROOT_CERTIFICATE}). Without
         * it, those that the Java runtime trusts count.
         */
        Optional<Path> sslRootCertificate();

        /** The largest image that is shown, in bytes. */
        @WithDefault("16777216")
        long bytesMax();

        /** The longest time until an image has come whole. */
        @WithDefault("30s")
        Duration timeMax();

        /** The largest number of images that are under way at a time. One sender has at most half of them. */
        @WithDefault("64")
        int atOnce();
    }
}
