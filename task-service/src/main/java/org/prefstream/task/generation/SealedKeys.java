package org.prefstream.task.generation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * Encrypts the keys of model servers by AES-256-GCM (NIST SP 800-38D), with a random nonce of 96 bits in front. The key of the cipher
 * follows from the operator's secret by HMAC-SHA-256. What was sealed for one project and server opens for no other.
 */
@ApplicationScoped
class SealedKeys {

    private static final int SECRET_SHORTEST = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte[] PURPOSE = "prefstream: keys of model servers".getBytes(StandardCharsets.UTF_8);

    private final @Nullable SecretKeySpec cipherKey;
    private final SecureRandom random = new SecureRandom();

    SealedKeys(@ConfigProperty(name = "prefstream.secret-key") Optional<String> secret) {
        this.cipherKey = secret.map(String::strip)
                .filter(given -> !given.isEmpty())
                .map(SealedKeys::derived)
                .orElse(null);
    }

    private static SecretKeySpec derived(String secret) {
        if (secret.length() < SECRET_SHORTEST) {
            throw new IllegalArgumentException("PREFSTREAM_SECRET_KEY must have at least " + SECRET_SHORTEST
                    + " characters, as from openssl rand -base64 32");
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return new SecretKeySpec(mac.doFinal(PURPOSE), "AES");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@return whether the operator has given a secret, so that keys can be kept} */
    boolean canKeep() {
        return cipherKey != null;
    }

    /** {@return the key, encrypted and in Base64; refuses with a 400 where the operator has given no secret} */
    String seal(String key, long projectId, ModelAddress server) {
        SecretKeySpec by = cipherKey;
        if (by == null) {
            throw ProblemException.invalid("api_key",
                    "A key cannot be kept here, because the operator has given no secret to encrypt "
                            + "it with. Set PREFSTREAM_SECRET_KEY for task-service to a random text, as from openssl rand -base64 32.");
        }
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, by, nonce, projectId, server)
                    .doFinal(key.getBytes(StandardCharsets.UTF_8));
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + sealed.length);
            System.arraycopy(sealed, 0, all, NONCE_BYTES, sealed.length);
            return Base64.getEncoder().encodeToString(all);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * {@return the key}
     *
     * @throws NotAnswered for good, if the operator's secret is another one now
     */
    String open(String stored, long projectId, ModelAddress server) throws NotAnswered {
        SecretKeySpec by = cipherKey;
        byte[] sealed = Base64.getDecoder().decode(stored);
        if (by != null && sealed.length > NONCE_BYTES) {
            try {
                byte[] opened = cipher(Cipher.DECRYPT_MODE, by, Arrays.copyOf(sealed, NONCE_BYTES), projectId, server)
                        .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
                return new String(opened, StandardCharsets.UTF_8);
            } catch (GeneralSecurityException e) {
                // told below: the cipher does not say more
            }
        }
        throw NotAnswered.byAnybody(
                "The stored key cannot be read, because PREFSTREAM_SECRET_KEY is not the one that it was stored with. Enter it again.");
    }

    private static Cipher cipher(int mode, SecretKeySpec key, byte[] nonce, long projectId, ModelAddress server)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD((projectId + " " + server.origin()).getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
