package org.prefstream.frontend.door;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import javax.net.ssl.SSLException;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;

/**
 * One image on its way from its source to whoever asked for it. The source hears nothing of who that is. What it says about the
 * image is not believed: its bytes are counted, and its time is limited as a whole. It is answered through a small memory, so its
 * client takes it no faster than it can.
 */
final class ImageTransfer {

    /** Pictures of points only. An SVG is a document, which can have scripts and load more. */
    private static final Set<String> TYPES = Set.of("image/png", "image/jpeg", "image/gif", "image/webp", "image/avif");
    private static final Pattern LENGTH = Pattern.compile("[0-9]{1,18}");
    /** Long enough that nothing is asked for twice on one task. The session is part of what an image is kept for. */
    private static final String CACHE = "private, max-age=600";

    private final Vertx vertx;
    private final HttpClient client;
    private final DoorConfig.Images limits;
    private final HttpServerRequest request;
    private final Promise<Void> done = Promise.promise();
    private @Nullable HttpClientRequest asked;
    private long bytes;

    ImageTransfer(Vertx vertx, HttpClient client, DoorConfig.Images limits, HttpServerRequest request) {
        this.vertx = vertx;
        this.client = client;
        this.limits = limits;
        this.request = request;
    }

    /** {@return done once the image has been answered whole; fails with the problem if it could not be} */
    Future<Void> from(ImageAddress address) {
        long timer = vertx.setTimer(limits.timeMax().toMillis(),
                late -> fail("It did not come whole within %d s.".formatted(limits.timeMax().toSeconds())));
        request.response().closeHandler(closed -> fail("The client has disconnected."));
        client.request(question(address))
                .compose(this::send)
                .onSuccess(this::answer)
                .onFailure(failure -> fail(failure instanceof SSLException
                        ? "Its source has no certificate for its name that is trusted here."
                        : "Its source does not answer."));
        if (request.response().closed()) {
            fail("The client has disconnected.");
        }
        return done.future().onComplete(ended -> {
            vertx.cancelTimer(timer);
            if (ended.failed() && asked != null) {
                asked.reset();
            }
        });
    }

    private static RequestOptions question(ImageAddress address) {
        return new RequestOptions().setHost(address.host())
                .setPort(address.port())
                .setSsl(address.isEncrypted())
                .setURI(address.path() + address.query())
                .setFollowRedirects(false)
                .putHeader("Accept", String.join(", ", TYPES))
                .putHeader("User-Agent", "Prefstream");
    }

    /** It may have become too late while the connection was made. */
    private Future<HttpClientResponse> send(HttpClientRequest connected) {
        asked = connected;
        if (done.future().isComplete()) {
            connected.reset();
            return Future.failedFuture("nobody waits");
        }
        return connected.send();
    }

    private void answer(HttpClientResponse source) {
        HttpServerResponse response = request.response();
        source.exceptionHandler(failure -> fail("Its source has broken off."));
        if (done.future().isComplete() || !isShown(source)) {
            return;
        }
        response.putHeader("Content-Type", type(source)).putHeader("Cache-Control", CACHE);
        response.putHeader("Vary", "Cookie, Authorization");
        String length = source.getHeader("Content-Length");
        if (length != null) {
            response.putHeader("Content-Length", length);
        } else if (request.version() != HttpVersion.HTTP_1_0) {
            response.setChunked(true);
        }
        source.endHandler(end -> response.end().onComplete(ended -> done.tryComplete()));
        source.handler(piece -> pass(piece, source, response));
    }

    private void pass(Buffer piece, HttpClientResponse source, HttpServerResponse response) {
        bytes += piece.length();
        if (bytes > limits.bytesMax()) {
            fail(tooLarge());
        }
        if (done.future().isComplete()) {
            return;
        }
        response.write(piece);
        if (response.writeQueueFull()) {
            source.pause();
            response.drainHandler(drained -> source.resume());
        }
    }

    /** Looks at all that the source says before its image begins. */
    private boolean isShown(HttpClientResponse source) {
        String encoding = source.getHeader("Content-Encoding");
        String length = source.getHeader("Content-Length");
        if (source.statusCode() != 200) {
            fail("Its source answers %d instead of 200; redirects are not followed.".formatted(source.statusCode()));
        } else if (!TYPES.contains(type(source))) {
            fail("Its source says that it is no PNG, JPEG, GIF, WebP or AVIF image (Content-Type).");
        } else if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
            fail("Its source sends it with a Content-Encoding, although none was asked for.");
        } else if (length != null && isTooLong(length)) {
            fail(tooLarge());
        }
        return !done.future().isComplete();
    }

    private boolean isTooLong(String length) {
        return !LENGTH.matcher(length).matches() || Long.parseLong(length) > limits.bytesMax();
    }

    private String tooLarge() {
        return "It is larger than %d bytes.".formatted(limits.bytesMax());
    }

    private void fail(String why) {
        done.tryFail(ImageSources.unavailable(why));
    }

    private static String type(HttpClientResponse source) {
        String said = String.valueOf(source.getHeader("Content-Type"));
        int parameters = said.indexOf(';');
        return (parameters < 0 ? said : said.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }
}
