package org.prefstream.frontend.door;

import static java.nio.charset.StandardCharsets.US_ASCII;

import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;

/** Answers one connection more than there may be. Nothing that it sends is read. */
final class TurnedAway extends ChannelInboundHandlerAdapter {

    private static final String DETAIL = "There are more connections than can be served. Close those that you do not use, and try again in a moment.";

    @Override
    public void channelActive(ChannelHandlerContext context) {
        ErrorBody body = ErrorBody.of("/", new ProblemException(ProblemType.OVERLOADED, DETAIL));
        String answer = String.join("\r\n", "HTTP/1.1 503 Service Unavailable", "Content-Type: " + body.mediaType(),
                "Content-Length: " + body.json().length(), "Retry-After: 5", "Connection: close", "", body.json());
        context.writeAndFlush(Unpooled.copiedBuffer(answer, US_ASCII)).addListener(ChannelFutureListener.CLOSE);
    }
}
