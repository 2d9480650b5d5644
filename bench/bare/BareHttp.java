import java.util.concurrent.atomic.AtomicInteger;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The least that a door and a service do by HTTP. {@code server MILLIS} reads each request's body, and answers all of them with the
 * same JSON, about as long as an annotation, after so many milliseconds. {@code proxy PORT} streams requests to the server at a port,
 * and its answers back. Both print the port that they listen on, and serve until they are ended.
 */
public final class BareHttp extends AbstractVerticle {

    private static final String HOST = "127.0.0.1";
    /** All event loops share one port that is free. */
    private static final int SHARED_PORT = -1;
    private static final int CREATED = 201;
    private static final int BAD_GATEWAY = 502;
    /** As many as the door's. */
    private static final int CONNECTIONS_MAX = 256;
    private static final Buffer ANSWER = Buffer.buffer("{\"id\": 1, \"result\": \"%s\"}".formatted("x".repeat(675)));

    private final Handler<HttpServerRequest> handler;
    private final AtomicInteger port;

    private BareHttp(Handler<HttpServerRequest> handler, AtomicInteger port) {
        this.handler = handler;
        this.port = port;
    }

    public static void main(String[] arguments) {
        Vertx vertx = Vertx.vertx();
        Handler<HttpServerRequest> handler = switch (arguments[0]) {
            case "server" -> server(vertx, Long.parseLong(arguments[1]));
            case "proxy" -> proxy(vertx, Integer.parseInt(arguments[1]));
            default -> throw new IllegalArgumentException("neither server nor proxy: " + arguments[0]);
        };
        AtomicInteger port = new AtomicInteger();
        DeploymentOptions onEachLoop = new DeploymentOptions().setInstances(VertxOptions.DEFAULT_EVENT_LOOP_POOL_SIZE);
        vertx.deployVerticle(() -> new BareHttp(handler, port), onEachLoop)
                .onSuccess(deployed -> System.out.println(port))
                .onFailure(failure -> {
                    failure.printStackTrace();
                    System.exit(1);
                });
    }

    @Override
    public void start(Promise<Void> started) {
        vertx.createHttpServer(new HttpServerOptions().setHttp2ClearTextEnabled(false))
                .requestHandler(handler)
                .listen(SHARED_PORT, HOST)
                .onSuccess(server -> port.set(server.actualPort()))
                .<Void>mapEmpty()
                .onComplete(started);
    }

    private static Handler<HttpServerRequest> server(Vertx vertx, long millis) {
        if (millis == 0) {
            return request -> request.body().onSuccess(body -> answer(request));
        }
        return request -> request.body().onSuccess(body -> vertx.setTimer(millis, due -> answer(request)));
    }

    private static void answer(HttpServerRequest request) {
        request.response().setStatusCode(CREATED).putHeader("Content-Type", "application/json").end(ANSWER);
    }

    private static Handler<HttpServerRequest> proxy(Vertx vertx, int server) {
        HttpClient client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(CONNECTIONS_MAX));
        return request -> forward(request, client, server);
    }

    private static void forward(HttpServerRequest request, HttpClient client, int server) {
        HttpServerResponse response = request.response();
        request.pause();
        client.request(request.method(), server, HOST, request.uri()).compose(upstream -> {
            upstream.headers().setAll(request.headers());
            return upstream.send(request);
        }).compose(answer -> {
            response.setStatusCode(answer.statusCode()).headers().setAll(answer.headers());
            return response.send(answer);
        }).onFailure(failure -> response.setStatusCode(BAD_GATEWAY).end(failure.toString()));
    }
}
