package org.prefstream.frontend.door;

import java.util.List;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaderValues;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpVersion;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.impl.VertxHttpRequestDecoder;

/**
 * Refuses requests whose length can be read in two ways. Netty drops a {@code Content-Length} beside a
 * {@code Transfer-Encoding} and looks for {@code chunked} anywhere among the encodings; a proxy in front of the door may have read
 * the same bytes otherwise, and would take a part of one client's body for another client's request. What is refused is answered
 * with 400 and the connection is closed, as after any request that cannot be read.
 */
final class StrictDecoder extends VertxHttpRequestDecoder {

    StrictDecoder(HttpServerOptions options) {
        super(options);
    }

    /** Is asked once a head is read, before its body is looked for. */
    @Override
    protected boolean isContentAlwaysEmpty(HttpMessage head) {
        List<String> encodings = head.headers().getAll(HttpHeaderNames.TRANSFER_ENCODING);
        if (!encodings.isEmpty()) {
            boolean chunked = encodings.size() == 1 && encodings.get(0).strip().equalsIgnoreCase("chunked")
                    && head.protocolVersion().equals(HttpVersion.HTTP_1_1);
            if (!chunked || head.headers().contains(HttpHeaderNames.CONTENT_LENGTH)) {
                throw new IllegalArgumentException("the length of the body can be read in two ways");
            }
            // the proxy knows the word in small letters alone
            head.headers().set(HttpHeaderNames.TRANSFER_ENCODING, HttpHeaderValues.CHUNKED);
        }
        return super.isContentAlwaysEmpty(head);
    }
}
