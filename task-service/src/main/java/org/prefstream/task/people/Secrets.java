package org.prefstream.task.people;

import java.security.SecureRandom;
import java.util.HexFormat;

import jakarta.enterprise.context.ApplicationScoped;

/** Makes secrets of 256 random bits, for sessions and links. */
@ApplicationScoped
public class Secrets {

    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /** {@return a new secret, 64 hex characters} */
    public String next() {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        return HexFormat.of().formatHex(secret);
    }
}
