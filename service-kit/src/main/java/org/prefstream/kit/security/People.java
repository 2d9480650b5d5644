package org.prefstream.kit.security;

import java.util.Optional;

import io.smallrye.mutiny.Uni;

/** Finds a person who may use this installation, by the hash of the token or session that they show. */
public interface People {

    /**
     * {@return the active person whose present API token or live session has that SHA-256; empty if there is none}
     *
     * @param sha256 in lower-case hex
     */
    Uni<Optional<Person>> bySecretHash(String sha256);
}
