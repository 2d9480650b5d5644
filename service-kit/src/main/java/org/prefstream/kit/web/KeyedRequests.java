package org.prefstream.kit.web;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.projection.InternalSecret;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;

/**
 * Tells whether two requests have the same body without keeping anything that a body could be guessed from: bodies can hold
 * passwords, so they are noted by a code that only this installation's secret can make.
 */
@ApplicationScoped
public class KeyedRequests {

    private static final int LONGEST_KEY = 255;

    private final SecretKeySpec secret;

    KeyedRequests(InternalSecret secret) {
        this.secret = secret.key("bodies of repeated requests");
    }

    /** {@return the request, if it has a key; refused with a 400 if the key is blank or too long} */
    public Optional<KeyedRequest> of(Request request) {
        String key = request.key();
        if (key == null) {
            return Optional.empty();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.invalid("Idempotency-Key", "must have 1 to 255 characters");
        }
        return Optional.of(new KeyedRequest(request, key, code(request.body())));
    }

    private String code(String body) {
        try {
            Mac mac = Mac.getInstance(secret.getAlgorithm());
            mac.init(secret);
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + secret.getAlgorithm(), e);
        }
    }
}
