package org.prefstream.task.generation;

import org.jspecify.annotations.Nullable;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.RequestOptions;

/** One request and its answer. Its time is limited as a whole, and its bytes are counted, whatever the server says about them. */
final class ChatExchange {

    private final Vertx vertx;
    private final HttpClient client;
    private final GenerationConfig limits;
    private final RequestOptions options;
    private final String json;
    private final Promise<Reply> done = Promise.promise();
    private final Buffer body = Buffer.buffer();
    private volatile @Nullable HttpClientRequest request;

    ChatExchange(Vertx vertx, HttpClient client, GenerationConfig limits, RequestOptions options, String json) {
        this.vertx = vertx;
        this.client = client;
        this.limits = limits;
        this.options = options;
        this.json = json;
    }

    /** What was answered, whole. */
    record Reply(int status, String body, @Nullable String retryAfter) {
    }

    /** {@return the answer; fails with {@link NotAnswered}} */
    Future<Reply> start() {
        long timer = vertx.setTimer(limits.timeout().toMillis(),
                late -> fail("The server did not answer within " + limits.timeout().toSeconds() + " s."));
        connect().compose(this::send)
                .onSuccess(this::read)
                .onFailure(failure -> fail(
                        "The server at " + options.getHost() + ":" + options.getPort() + " cannot be reached."));
        return done.future().onComplete(ended -> {
            vertx.cancelTimer(timer);
            if (ended.failed()) {
                reset();
            }
        });
    }

    private Future<HttpClientRequest> connect() {
        try {
            return client.request(options);
        } catch (IllegalStateException closed) {
            return Future.failedFuture(closed);
        }
    }

    /** Gives up, and tells the server so. */
    void cancel() {
        fail("Nobody waits for it any more.");
    }

    private Future<HttpClientResponse> send(HttpClientRequest connected) {
        request = connected;
        // without one Vert.x writes the log full of connections that broke
        connected.exceptionHandler(failure -> fail("The server broke off in the middle of its answer."));
        connected.connection().exceptionHandler(broken -> fail("The server broke off the connection."));
        if (done.future().isComplete()) {
            connected.reset();
            return Future.failedFuture("too late");
        }
        return connected.send(Buffer.buffer(json));
    }

    private void read(HttpClientResponse response) {
        response.exceptionHandler(failure -> fail("The server broke off in the middle of its answer."));
        response.endHandler(end -> done
                .tryComplete(new Reply(response.statusCode(), body.toString(), response.getHeader("Retry-After"))));
        response.handler(this::take);
    }

    private void take(Buffer piece) {
        if (done.future().isComplete()) {
            return;
        }
        if (body.length() + piece.length() > limits.bytesMax().asLongValue()) {
            done.tryFail(NotAnswered
                    .forThisTask("The server's answer is longer than " + limits.bytesMax().asLongValue() + " bytes."));
        } else {
            body.appendBuffer(piece);
        }
    }

    private void reset() {
        HttpClientRequest sent = request;
        if (sent != null) {
            sent.reset();
        }
    }

    private void fail(String why) {
        done.tryFail(NotAnswered.yet(why, null));
    }
}
