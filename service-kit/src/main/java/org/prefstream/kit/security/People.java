package org.prefstream.kit.security;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Everybody who may use this installation, found by the hash of what they show. */
public interface People {

    /** {@return the active person whose present API token or live session has that SHA-256, lower-case hex} */
    Uni<Optional<Person>> bySecretHash(String sha256);
}
