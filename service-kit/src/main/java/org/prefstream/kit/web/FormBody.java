package org.prefstream.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.core.MediaType;

import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;
import org.prefstream.labelstudio.json.StorableText;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;

/** Reads a form that is in memory as a whole: {@code application/x-www-form-urlencoded} or {@code multipart/form-data}. */
final class FormBody {

    private static final int FIELDS_MAX = 1_000;
    private static final Pattern BOUNDARY = Pattern.compile(";\\s*boundary=\"?([^\";,]+)", Pattern.CASE_INSENSITIVE);

    private FormBody() {
    }

    /**
     * Reads a form. If a field comes twice, its last value counts, as in Django's forms.
     *
     * @return the texts, by the names of their fields
     * @throws ProblemException 400 for a body that is not such a form, for a text that cannot be stored, and for a file
     */
    static Map<String, Object> read(byte[] body, String contentType) {
        if (!isWhole(body, contentType)) {
            throw malformed();
        }
        DefaultFullHttpRequest request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
                Unpooled.wrappedBuffer(body));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
        HttpPostRequestDecoder decoder = null;
        try {
            decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8,
                    FIELDS_MAX, body.length + 1);
            Map<String, Object> fields = new LinkedHashMap<>();
            for (InterfaceHttpData data : decoder.getBodyHttpDatas()) {
                fields.put(data.getName(), text(data));
            }
            return fields;
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | HttpPostRequestDecoder.TooManyFormFieldsException
                | IOException e) {
            throw malformed();
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
    }

    /** The decoder accepts a multipart form that lacks its boundary or is cut off, and the missing fields would be lost. */
    private static boolean isWhole(byte[] body, String contentType) {
        if (!contentType.strip().toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA)) {
            return true;
        }
        Matcher boundary = BOUNDARY.matcher(contentType);
        return boundary.find()
                && new String(body, StandardCharsets.ISO_8859_1).contains("--" + boundary.group(1) + "--");
    }

    private static ProblemException malformed() {
        return new ProblemException(ProblemType.MALFORMED_BODY,
                "The Content-Type says that the body is a form, but it is not a complete one of at most " + FIELDS_MAX
                        + " fields.");
    }

    private static String text(InterfaceHttpData data) throws IOException {
        if (!(data instanceof Attribute attribute)) {
            throw ProblemException.invalid(StorableText.shown(data.getName()),
                    "Send a text. Only the import takes files.");
        }
        String text = attribute.getValue();
        StorableText.flawIn(Map.of(data.getName(), text), "").ifPresent(flaw -> {
            throw ProblemException.invalid(StorableText.shown(data.getName()), flaw.message());
        });
        return text;
    }
}
