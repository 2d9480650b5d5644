package org.prefstream.task.people;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Makes API tokens of 40 hex characters. A token follows from this installation's secret, the account, its token generation and
 * a salt, so it can be shown again though only its hash is stored. The salt is random, so a database that is restored, and counts
 * generations again, makes no token that was made before. The link of the organization, which is shown again too, follows likewise.
 */
@ApplicationScoped
public class Tokens {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LENGTH = 40;
    private static final int SHORTEST_SECRET = 32;
    private static final int SALT_BYTES = 16;

    private final byte[] secret;
    private final SecureRandom random = new SecureRandom();

    Tokens(PeopleConfig config, LaunchMode mode) {
        secret = config.tokenSecretFile().map(Tokens::read).orElseGet(() -> random(mode));
    }

    /** Looks at the secret before anybody asks for a token. */
    void onStart(@Observes StartupEvent start) {
        // the constructor has done it
    }

    /** Makes a new token the one that works for the account. */
    void renew(Account account) {
        account.revokeToken();
        account.saltToken(newSalt());
        account.acceptToken(of(account));
    }

    /** {@return the token of the account's present generation} */
    String of(Account account) {
        String salt = account.tokenSalt();
        return code(account.id() + ":" + account.tokenGeneration() + (salt.isEmpty() ? "" : ":" + salt));
    }

    /** {@return the secret of the organization's link with that salt} */
    public String ofLink(String salt) {
        return code("link:" + salt);
    }

    /** {@return a salt that was never there before} */
    public String newSalt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return HexFormat.of().formatHex(salt);
    }

    private String code(String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            byte[] code = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(code).substring(0, LENGTH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, e);
        }
    }

    private static byte[] read(Path file) {
        String secret;
        try {
            secret = Files.readString(file).strip();
        } catch (IOException e) {
            throw new ConfigurationException("PREFSTREAM_TOKEN_SECRET_FILE: cannot read " + file, e);
        }
        if (secret.length() < SHORTEST_SECRET) {
            throw new ConfigurationException("PREFSTREAM_TOKEN_SECRET_FILE: the secret in " + file
                    + " must have at least " + SHORTEST_SECRET + " characters");
        }
        return secret.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] random(LaunchMode mode) {
        if (mode == LaunchMode.NORMAL) {
            throw new ConfigurationException("PREFSTREAM_TOKEN_SECRET_FILE is not set: name a file with at least "
                    + SHORTEST_SECRET + " random characters, or API tokens would change with every start");
        }
        byte[] secret = new byte[SHORTEST_SECRET];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
