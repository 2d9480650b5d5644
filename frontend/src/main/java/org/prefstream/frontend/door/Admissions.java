package org.prefstream.frontend.door;

import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

import jakarta.inject.Singleton;

import org.prefstream.labelstudio.admission.Admission;
import org.prefstream.labelstudio.admission.Limits;
import org.prefstream.labelstudio.admission.Place;
import org.prefstream.labelstudio.admission.Visitor;
import org.prefstream.labelstudio.error.ProblemException;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.impl.ContextInternal;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;

/**
 * Lets in as many requests as a service answers in time. A request whose body is small is read whole first, so that whoever
 * sends slowly holds no place and no connection to a service. Reads and claims may have to wait for copies; they have places of
 * their own, so that a judgement is taken meanwhile. So have imports, exports and large bodies, which flow through and never wait
 * for a place, and streams of the dataset, which keep their places for as long as somebody reads.
 */
@Singleton
class Admissions implements ProxyInterceptor {

    static final String SESSION_COOKIE = "sessionid";
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final String PLACE = "prefstream.place";
    /** A service says so of an answer to somebody whom it knows. Clients need not hear it. */
    private static final String KNOWN = "X-Prefstream-Known";
    /** A body up to this size is held in memory until it is there. */
    private static final long SMALL_BYTES_MAX = 64 * 1024;

    private final Vertx vertx;
    private final DoorConfig.Door config;
    private final ForwardedHeaders forwardedHeaders;
    private final Map<Destination, Admission> changes = new EnumMap<>(Destination.class);
    private final Map<Destination, Admission> reads = new EnumMap<>(Destination.class);
    private final Map<Destination, Admission> streams = new EnumMap<>(Destination.class);
    private final Admission live;
    private final Admission images;

    Admissions(Vertx vertx, DoorConfig config, ForwardedHeaders forwardedHeaders) {
        this.vertx = vertx;
        this.config = config.door();
        this.forwardedHeaders = forwardedHeaders;
        Limits limits = new Limits(this.config.placesLeast(), this.config.placesMost(), this.config.answerTarget(),
                this.config.waitingMax());
        this.live = new Admission(Limits.fixed(this.config.liveMax()), System::nanoTime);
        int imagesAtOnce = config.images().atOnce();
        this.images = new Admission(new Limits(imagesAtOnce, imagesAtOnce, Duration.ZERO, this.config.waitingMax()),
                System::nanoTime);
        for (Destination service : Destination.SERVICES) {
            changes.put(service, new Admission(limits, System::nanoTime));
            reads.put(service, new Admission(limits, System::nanoTime));
            streams.put(service, new Admission(Limits.fixed(this.config.streamsMax()), System::nanoTime));
        }
    }

    @Override
    public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
        HttpServerRequest request = context.request().proxiedRequest();
        Destination service = Routes.destination(request.method().name(), request.path());
        if (Routes.isLive(request.path())) {
            return served(context, live);
        }
        if (isStreamed(request)) {
            return served(context, of(service, streams));
        }
        return wholeBody(request).compose(body -> {
            context.request().setBody(body.length() == 0 ? null : Body.body(body));
            return served(context, of(service, isRead(request) ? reads : changes));
        });
    }

    /** {@return a place for an image, which whoever asks leaves again; fails with the refusal} */
    Future<Place> imagePlace(HttpServerRequest request) {
        return place(request, images);
    }

    private static Admission of(Destination service, Map<Destination, Admission> admissions) {
        return Objects.requireNonNull(admissions.get(service), "only services have places");
    }

    private Future<ProxyResponse> served(ProxyContext context, Admission admission) {
        return place(context.request().proxiedRequest(), admission).compose(place -> {
            context.set(PLACE, place);
            return context.sendRequest().onFailure(failed -> place.leave());
        });
    }

    @Override
    public Future<Void> handleProxyResponse(ProxyContext context) {
        MultiMap headers = context.response().headers();
        boolean known = headers.contains(KNOWN);
        headers.remove(KNOWN);
        Place place = context.get(PLACE, Place.class);
        if (place == null) {
            return context.sendResponse();
        }
        place.answered(known);
        // A client that hangs up at this moment ends neither its response nor, in Vert.x's view, its connection.
        return context.sendResponse().onComplete(sent -> place.leave());
    }

    private static boolean isStreamed(HttpServerRequest request) {
        if (Routes.isBulk(request.path()) || request.headers().contains("Transfer-Encoding")) {
            return true;
        }
        String length = request.getHeader("Content-Length");
        return length != null && Long.parseLong(length) > SMALL_BYTES_MAX;
    }

    private static boolean isRead(HttpServerRequest request) {
        return READING.contains(request.method()) || Routes.isClaim(request.path());
    }

    private static Future<Buffer> wholeBody(HttpServerRequest request) {
        Future<Buffer> body = request.body();
        request.resume();
        return body;
    }

    /** {@return the place, which is left when the client disconnects, if not before; fails with the refusal} */
    private Future<Place> place(HttpServerRequest request, Admission admission) {
        // A place can be given by whoever leaves one, on another event loop. The request goes on on its own.
        Promise<Place> promise = ((ContextInternal) vertx.getOrCreateContext()).promise();
        Admission.Waiting waiting = admission.enter(holder(request), new Visitor() {

            @Override
            public void admitted(Place place) {
                promise.complete(place);
            }

            @Override
            public void refused(ProblemException refusal) {
                promise.fail(refusal);
            }
        });
        long patience = vertx.setTimer(config.waitMax().toMillis(), ended -> waiting.giveUp());
        HttpServerResponse response = request.response();
        response.closeHandler(closed -> waiting.giveUp());
        return promise.future().onComplete(decided -> vertx.cancelTimer(patience)).onSuccess(place -> {
            response.closeHandler(closed -> place.leave());
            if (response.closed()) {
                place.leave();
            }
        });
    }

    /**
     * {@return whom the request counts for: its credentials, valid or not, or else the address that it comes from} Services take a
     * token however its scheme and the blanks are written, and it counts as one all the same.
     */
    private String holder(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return BLANKS.matcher(authorization.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
        }
        Cookie session = request.getCookie(SESSION_COOKIE);
        return session == null ? forwardedHeaders.client(request) : session.getValue();
    }
}
