package org.prefstream.frontend.door;

import java.util.concurrent.TimeUnit;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslHandler;
import io.netty.util.concurrent.Future;

/**
 * Watches one connection of a client. A head must be there in time, counted from its first byte or from the connection's
 * beginning. A body must go on arriving, except while the door itself does not read. Whoever sends slower is cut off, so that
 * slow connections do not add up.
 */
final class ConnectionGuard extends ChannelInboundHandlerAdapter {

    private static final Logger LOG = Logger.getLogger(ConnectionGuard.class);
    private static final String DECODER = "httpDecoder";

    /** What is on its way. */
    private enum Part {
        NOTHING,
        HEAD,
        BODY
    }

    private final ConnectionLimits limits;
    private Part part = Part.NOTHING;
    private boolean installed;
    private long bytes;
    private @Nullable Future<?> timer;

    ConnectionGuard(ConnectionLimits limits) {
        this.limits = limits;
    }

    /** Tells the guard where a message begins and ends. */
    private final class Messages extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest) {
                begin(context, Part.BODY);
            }
            if (message instanceof LastHttpContent) {
                begin(context, Part.NOTHING);
            }
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        begin(context, Part.HEAD);
        context.fireChannelActive();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (!installed) {
            install(context);
        }
        if (part == Part.NOTHING && !context.isRemoved()) {
            begin(context, Part.HEAD);
        }
        if (message instanceof ByteBuf read) {
            bytes += read.readableBytes();
        }
        context.fireChannelRead(message);
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        begin(context, Part.NOTHING);
        context.fireChannelInactive();
    }

    /**
     * The server has set up its own handlers by the time of the first byte, or with TLS by the end of the handshake. A server that
     * offers HTTP/2 in the clear does so later still; it is not for strangers, and is left alone.
     */
    private void install(ChannelHandlerContext context) {
        if (context.pipeline().get(DECODER) != null) {
            installed = true;
            context.pipeline().replace(DECODER, DECODER, new StrictDecoder(ServerLimits.present()));
            context.pipeline().addAfter(DECODER, "messages", new Messages());
        } else if (context.pipeline().get(SslHandler.class) == null) {
            begin(context, Part.NOTHING);
            context.pipeline().remove(this);
        }
    }

    private void begin(ChannelHandlerContext context, Part next) {
        part = next;
        bytes = 0;
        if (timer != null) {
            timer.cancel(false);
            timer = null;
        }
        if (next != Part.NOTHING) {
            watch(context);
        }
    }

    private void watch(ChannelHandlerContext context) {
        timer = context.executor().schedule(() -> look(context), limits.period().toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(ChannelHandlerContext context) {
        boolean ownPause = !context.channel().config().isAutoRead();
        if (part == Part.BODY && (ownPause || bytes >= limits.bytesOfAPeriodMin())) {
            bytes = 0;
            watch(context);
        } else {
            String client = String.valueOf(context.channel().remoteAddress());
            context.close().addListener(closed -> LOG.debugf("cut off %s, which was too slow", client));
        }
    }
}
