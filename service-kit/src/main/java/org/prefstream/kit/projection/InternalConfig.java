package org.prefstream.kit.projection;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;

/** How services find and trust each other. */
@ConfigMapping(prefix = "prefstream.internal")
public interface InternalConfig {

    /** The file with the secret that all services share. Without it calls between services are refused. */
    Optional<Path> secretFile();

    /** The base URLs of the other services' second ports, by {@code task}, {@code annotation}, {@code export}. */
    Map<String, URI> url();
}
