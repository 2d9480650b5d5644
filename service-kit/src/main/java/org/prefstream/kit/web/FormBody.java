package org.prefstream.kit.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

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

/** The fields of a form, {@code application/x-www-form-urlencoded} or {@code multipart/form-data}, that is in memory as a whole. */
final class FormBody {

    private static final int FIELDS_MAX = 1_000;

    private FormBody() {
    }

    /**
     * Reads a form. Of a field that comes twice the last value counts, as in Django's forms.
     *
     * @throws ProblemException 400 for a body that is no such form, a text that cannot be stored, and a file
     */
    static Map<String, Object> read(byte[] body, String contentType) {
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
            throw new ProblemException(ProblemType.MALFORMED_BODY,
                    "The body is no form of at most " + FIELDS_MAX + " fields, as its Content-Type says.");
        } finally {
            if (decoder != null) {
                decoder.destroy();
            }
        }
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
