package org.prefstream.contract;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** The JSON Schemas (2020-12) of the topics' values, as they lie in this jar under {@code schemas/}. */
public final class Schemas {

    private Schemas() {
    }

    /** {@return the text of the schema whose {@code $id} is the topic's {@link Topic#schemaId()}} */
    public static String json(Topic topic) {
        String file = topic.schemaId().substring(topic.schemaId().lastIndexOf('/') + 1);
        try (InputStream in = Schemas.class.getResourceAsStream("/schemas/" + file)) {
            if (in == null) {
                throw new IllegalStateException("the contract's jar lacks schemas/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
