package org.prefstream.frontend.door;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;

/** Starts small servers in place of the three services and of the source of images. Each test says how they behave. */
public class StandIns implements QuarkusTestResourceLifecycleManager {

    /** Marks the field of a test that gets the stand-ins. */
    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.FIELD)
    public @interface TheStandIns {
    }

    static final String TASK = "task";
    static final String ANNOTATION = "annotation";
    static final String EXPORT = "export";
    /** Where images may come from: below {@code /shown/} only. */
    static final String IMAGES = "images";

    private final Vertx vertx = Vertx.vertx();
    private final Map<String, Handler<HttpServerRequest>> behaviours = new ConcurrentHashMap<>();
    private final Map<String, HttpServer> servers = new ConcurrentHashMap<>();
    private final Map<String, Integer> readiness = new ConcurrentHashMap<>();
    private final Map<String, String> health = new ConcurrentHashMap<>();

    @Override
    public Map<String, String> start() {
        Map<String, String> config = new HashMap<>();
        for (String service : List.of(TASK, ANNOTATION, EXPORT)) {
            HttpServer server = listen(
                    request -> behaviours.getOrDefault(service, StandIns::unexpected).handle(request));
            HttpServer internal = listen(request -> health(service, request));
            servers.put(service, server);
            config.put("prefstream." + service + ".url", url(server));
            config.put("prefstream." + service + ".internal-url", url(internal));
        }
        HttpServer source = listen(request -> behaviours.getOrDefault(IMAGES, StandIns::unexpected).handle(request));
        servers.put(IMAGES, source);
        config.put("prefstream.images.sources", url(source) + "/shown");
        reset();
        return config;
    }

    @Override
    public void stop() {
        vertx.close();
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.AnnotatedAndMatchesType(TheStandIns.class, StandIns.class));
    }

    /** Forgets the behaviour that a test has set. */
    void reset() {
        behaviours.clear();
        health.clear();
        for (String service : List.of(TASK, ANNOTATION, EXPORT)) {
            readiness.put(service, 200);
        }
    }

    void behave(String service, Handler<HttpServerRequest> behaviour) {
        behaviours.put(service, behaviour);
    }

    /** Makes every service answer with its own name. */
    void sayWhoTheyAre() {
        for (String service : List.of(TASK, ANNOTATION, EXPORT)) {
            behave(service, request -> request.response().end(service));
        }
    }

    void readiness(String service, int status) {
        readiness.put(service, status);
    }

    /** Says what a service answers about its readiness ({@code ready}) or its progress ({@code group/progress}). */
    void health(String service, String path, String body) {
        health.put(service + "/q/health/" + path, body);
    }

    private void health(String service, HttpServerRequest request) {
        boolean asked = request.path().equals("/q/health/ready") || request.path().equals("/q/health/group/progress");
        request.response()
                .setStatusCode(asked ? readiness.getOrDefault(service, 500) : 404)
                .end(health.getOrDefault(service + request.path(), "{}"));
    }

    private static void unexpected(HttpServerRequest request) {
        request.response().setStatusCode(500).end("nobody expected " + request.method() + " " + request.uri());
    }

    /** Does something again and again, until the stand-ins end or it fails. */
    void every(long millis, Runnable action) {
        vertx.setPeriodic(millis, timer -> {
            try {
                action.run();
            } catch (IllegalStateException over) {
                vertx.cancelTimer(timer);
            }
        });
    }

    /** {@return where a stand-in listens} */
    String url(String service) {
        return url(Objects.requireNonNull(servers.get(service)));
    }

    /** Closes the port of this service until the stand-ins end. */
    void goAway(String service) {
        Objects.requireNonNull(servers.get(service)).close().toCompletionStage().toCompletableFuture().join();
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.actualPort();
    }

    private HttpServer listen(Handler<HttpServerRequest> handler) {
        HttpServer server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(handler);
        try {
            server.listen().toCompletionStage().toCompletableFuture().get(10, SECONDS);
        } catch (Exception failure) {
            throw new IllegalStateException(failure);
        }
        return server;
    }
}
