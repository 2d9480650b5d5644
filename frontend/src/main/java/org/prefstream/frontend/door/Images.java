package org.prefstream.frontend.door;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.net.PemTrustOptions;

/**
 * Shows people the images of tasks. They come through the door, from the operator's sources only, so that no browser asks a
 * stranger's server and no source learns who looks. Each image has a place while it is under way.
 */
@Singleton
class Images {

    private static final Logger LOG = Logger.getLogger(Images.class);
    private static final int HEADERS_BYTES_MAX = 32 * 1024;

    private final Vertx vertx;
    private final DoorConfig.Images limits;
    private final ImageSources sources;
    private final Admissions admissions;
    private final KnownPeople people;
    private final HttpClient client;

    Images(Vertx vertx, DoorConfig config, ImageSources sources, Admissions admissions, KnownPeople people) {
        this.vertx = vertx;
        this.limits = config.images();
        this.sources = sources;
        this.admissions = admissions;
        this.people = people;
        this.client = vertx.createHttpClient(options(config));
    }

    private static HttpClientOptions options(DoorConfig config) {
        DoorConfig.Images limits = config.images();
        HttpClientOptions options = new HttpClientOptions().setMaxPoolSize(limits.atOnce())
                .setConnectTimeout(Math.toIntExact(config.door().connectTimeout().toMillis()))
                .setIdleTimeoutUnit(TimeUnit.MILLISECONDS)
                .setIdleTimeout(Math.toIntExact(limits.timeMax().toMillis()))
                .setMaxHeaderSize(HEADERS_BYTES_MAX);
        limits.sslRootCertificate().map(Images::trust).ifPresent(options::setTrustOptions);
        return options;
    }

    /** {@return trust in the certificates of a file; fails the start without it, which would otherwise be missed with the first image} */
    static PemTrustOptions trust(Path certificates) {
        if (!Files.isReadable(certificates)) {
            throw new IllegalStateException(
                    "prefstream.images.ssl-root-certificate names %s, which is no file that can be read here."
                            .formatted(certificates));
        }
        return new PemTrustOptions().addCertPath(certificates.toString());
    }

    /** Responds with the image whose address is in {@code from}. */
    void show(HttpServerRequest request) {
        serve(request, () -> {
            ImageAddress address = sources.allowed(request.params().getAll("from"));
            return new ImageTransfer(vertx, client, limits, request).from(address);
        });
    }

    /** Responds with what the addresses of images begin with, for a page that has to know which it may ask for. */
    void listSources(HttpServerRequest request) {
        serve(request, () -> {
            JsonResponse.send(request, 200, new JsonArray(sources.listed()).encode());
            return Future.succeededFuture();
        });
    }

    /** Answers somebody who is known and has a place. Strangers are told nothing, so nothing is looked at before. */
    private void serve(HttpServerRequest request, Supplier<Future<Void>> answer) {
        if (!request.method().equals(HttpMethod.GET)) {
            request.response().putHeader("Allow", "GET");
            refuse(request, new ProblemException(ProblemType.METHOD_NOT_ALLOWED,
                    "%s is not allowed on this path: use GET.".formatted(request.method().name())));
            return;
        }
        admissions.imagePlace(request)
                .compose(place -> people.require(request)
                        .onSuccess(known -> place.answered(true))
                        .compose(known -> answer.get())
                        .onComplete(answered -> place.leave()))
                .onFailure(failure -> refuse(request, problem(failure)));
    }

    private static ProblemException problem(Throwable failure) {
        if (failure instanceof ProblemException problem) {
            return problem;
        }
        LOG.error("an image could not be shown", failure);
        return new ProblemException(ProblemType.INTERNAL_ERROR, "The image could not be shown.");
    }

    /** Ends an answer that has begun in the only way that nobody takes for a whole one. */
    private static void refuse(HttpServerRequest request, ProblemException problem) {
        if (request.response().closed()) {
            return;
        }
        if (request.response().headWritten()) {
            request.connection().close();
            return;
        }
        switch (problem.status()) {
            case 401 -> request.response().putHeader("WWW-Authenticate", "Token");
            case 429, 503 -> request.response().putHeader("Retry-After", "1");
            default -> {
            }
        }
        ErrorResponse.send(request, problem);
    }
}
