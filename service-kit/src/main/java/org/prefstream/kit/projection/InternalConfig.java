package org.prefstream.kit.projection;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import jakarta.validation.constraints.Min;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How services find and trust each other, and how much they ask of each other. */
@ConfigMapping(prefix = "prefstream.internal")
public interface InternalConfig {

    /**
     * The file with the secret that all services share ({@code PREFSTREAM_INTERNAL_SECRET_FILE}). Without it calls between services
     * are refused.
     */
    Optional<Path> secretFile();

    /**
     * The base URLs of the second ports of the services that this one calls, by {@code task}, {@code annotation}, {@code export}. Each
     * service takes them from the names that the door has for them, such as {@code PREFSTREAM_TASK_INTERNAL_URL}.
     */
    Map<String, URI> url();

    /**
     * How many questions of each kind this service answers to others at a time ({@code PREFSTREAM_INTERNAL_AT_ONCE}). Those that
     * come then are refused. Three bulk requests ask about 256 tasks each at a time, and the door lets 128 readers into one service.
     */
    @WithDefault("1024")
    @Min(1)
    int atOnce();
}
