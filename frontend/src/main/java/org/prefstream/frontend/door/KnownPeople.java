package org.prefstream.frontend.door;

import java.net.URI;

import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.RequestOptions;

/**
 * Tells people from strangers, for what the door itself answers. It asks task-service each time, so that access ends here at the
 * same moment as there. A question costs that service what any small read costs: the look for the session, and one row.
 */
@Singleton
class KnownPeople {

    private static final String WHO_AM_I = "/api/current-user/whoami";
    private static final long TIMEOUT_MILLIS = 5_000;

    private final HttpClient client;
    private final ForwardedHeaders forwardedHeaders;
    private final String url;

    KnownPeople(Vertx vertx, DoorConfig config, ForwardedHeaders forwardedHeaders) {
        this.client = vertx.createHttpClient(new HttpClientOptions().setMaxPoolSize(config.images().atOnce())
                .setKeepAliveTimeout(ReverseProxy.KEEP_ALIVE_SECONDS)
                .setConnectTimeout(Math.toIntExact(config.door().connectTimeout().toMillis())));
        this.forwardedHeaders = forwardedHeaders;
        URI base = config.task().url();
        this.url = base.toString().replaceAll("/+$", "") + WHO_AM_I;
    }

    /** {@return done if task-service knows who sends the request; fails with the refusal if not} */
    Future<Void> require(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        Cookie session = request.getCookie(Admissions.SESSION_COOKIE);
        if (authorization == null && session == null) {
            return Future.failedFuture(stranger());
        }
        return client.request(question(request, authorization, session))
                .compose(HttpClientRequest::send)
                .compose(answer -> answer.body().map(read -> answer.statusCode()))
                .recover(failure -> Future.succeededFuture(0))
                .compose(KnownPeople::verdict);
    }

    private RequestOptions question(HttpServerRequest request, @Nullable String authorization,
            @Nullable Cookie session) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        forwardedHeaders.set(headers, request);
        if (authorization != null) {
            headers.set("Authorization", authorization);
        }
        if (session != null) {
            headers.set("Cookie", Admissions.SESSION_COOKIE + "=" + session.getValue());
        }
        return new RequestOptions().setAbsoluteURI(url).setTimeout(TIMEOUT_MILLIS).setHeaders(headers);
    }

    private static Future<Void> verdict(int status) {
        return switch (status) {
            case 200 -> Future.succeededFuture();
            case 401, 403 -> Future.failedFuture(stranger());
            default -> Future.failedFuture(new ProblemException(ProblemType.PEER_UNREACHABLE,
                    "The task service does not say who you are. Nothing was done; try again."));
        };
    }

    private static ProblemException stranger() {
        return new ProblemException(ProblemType.UNAUTHORIZED, "Log in, or send a valid token.");
    }
}
