package org.prefstream.export.download;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.projection.InternalSecret;

/**
 * Names people by an HMAC whose key follows from the installation's secret: the same person always has the same name in a project, has
 * other names in others, and is not to be found by trying ids.
 */
@ApplicationScoped
public class Pseudonyms {

    private static final String PURPOSE = "pseudonyms of annotators";
    private static final int SHOWN_BYTES = 8;

    private final SecretKeySpec key;

    Pseudonyms(InternalSecret secret) {
        this.key = secret.key(PURPOSE);
    }

    /** {@return such as {@code annotator-3f9a0c1be77d2e40}} */
    public String of(long projectId, long personId) {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            byte[] ids = ByteBuffer.allocate(2 * Long.BYTES).putLong(projectId).putLong(personId).array();
            return "annotator-" + HexFormat.of().formatHex(mac.doFinal(ids), 0, SHOWN_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has " + key.getAlgorithm(), e);
        }
    }
}
