package org.prefstream.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.prefstream.labelstudio.error.ProblemException;

/**
 * Makes {@link Fields} of a request's body. This is the only place that decides how a body is read: as a form if its
 * Content-Type says so, and as JSON otherwise, also without a Content-Type. Which media types come so far is said by each method's
 * {@code Consumes}: JSON and both kinds of form.
 */
@Provider
public class FieldsReader implements MessageBodyReader<Fields> {

    private static final int LARGEST = 16 * 1024 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == Fields.class;
    }

    @Override
    public Fields readFrom(Class<Fields> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, String> headers, InputStream body) throws IOException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw ProblemException.tooLarge("The body is longer than " + LARGEST + " bytes (16 MiB).");
        }
        String contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && (is(mediaType, MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || is(mediaType, MediaType.MULTIPART_FORM_DATA_TYPE))) {
            return Fields.ofForm(FormBody.read(bytes, contentType));
        }
        return Fields.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** {@return whether both are the same type; a wildcard stands for a header that was not sent, and is no form} */
    private static boolean is(MediaType sent, MediaType form) {
        return sent.getType().equalsIgnoreCase(form.getType()) && sent.getSubtype().equalsIgnoreCase(form.getSubtype());
    }
}
