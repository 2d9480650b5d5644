package org.prefstream.kit.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.StorableText;

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
        refuseEncodings(headers.get(HttpHeaders.CONTENT_ENCODING));
        String contentType = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        if (contentType != null && (is(mediaType, MediaType.APPLICATION_FORM_URLENCODED_TYPE)
                || is(mediaType, MediaType.MULTIPART_FORM_DATA_TYPE))) {
            return Fields.ofForm(FormBody.read(bytes, contentType));
        }
        if (contentType != null && !is(mediaType, MediaType.APPLICATION_JSON_TYPE)) {
            // a Content-Type with a wildcard passes for JSON among those that a method consumes
            throw new NotSupportedException();
        }
        return Fields.of(text(bytes));
    }

    private static void refuseEncodings(@Nullable List<String> encodings) {
        for (String encoding : encodings == null ? List.<String>of() : encodings) {
            if (!encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
                throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        "Content-Encoding \"%s\" is not supported. Send the body as it is, without compression."
                                .formatted(StorableText.shown(encoding)));
            }
        }
    }

    /** Bytes that are no UTF-8 would turn into other characters, and those would be stored. */
    private static String text(byte[] utf8) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(utf8)).toString();
        } catch (CharacterCodingException e) {
            throw new ProblemException(ProblemType.MALFORMED_BODY, "JSON parse error - the body is not UTF-8");
        }
    }

    /** {@return whether both are the same type; a wildcard stands for a header that was not sent, and is no form} */
    private static boolean is(MediaType sent, MediaType form) {
        return sent.getType().equalsIgnoreCase(form.getType()) && sent.getSubtype().equalsIgnoreCase(form.getSubtype());
    }
}
