package org.prefstream.kit.projection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.UUID;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;

/** The secret that proves that a call comes from another service of this installation. */
@ApplicationScoped
public class InternalSecret {

    public static final String HEADER = "X-Prefstream-Internal";
    private static final String KEYS = "HmacSHA256";

    private final byte[] secret;

    InternalSecret(InternalConfig config) {
        secret = config.secretFile()
                .map(InternalSecret::read)
                .orElseGet(() -> UUID.randomUUID().toString())
                .getBytes(StandardCharsets.UTF_8);
    }

    String value() {
        return new String(secret, StandardCharsets.UTF_8);
    }

    public boolean matches(@Nullable String given) {
        return given != null && MessageDigest.isEqual(secret, given.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return a key of this installation for one purpose, which says nothing about the secret or about other keys}
     *
     * @param purpose always the same text for the same purpose
     */
    public SecretKeySpec key(String purpose) {
        try {
            Mac mac = Mac.getInstance(KEYS);
            mac.init(new SecretKeySpec(secret, KEYS));
            return new SecretKeySpec(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)), KEYS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + KEYS, e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the file of prefstream.internal.secret-file", e);
        }
    }
}
