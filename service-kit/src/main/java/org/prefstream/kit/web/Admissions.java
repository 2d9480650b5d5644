package org.prefstream.kit.web;

import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.prefstream.labelstudio.admission.Admission;
import org.prefstream.labelstudio.admission.Limits;
import org.prefstream.labelstudio.admission.Place;
import org.prefstream.labelstudio.admission.Visitor;
import org.prefstream.labelstudio.error.ErrorBody;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Bounds how many requests are under way in this service, and how many of them are one sender's. The door lets no more in than
 * are answered in time; this bound holds the memory if there are several doors, or none. Nobody waits here.
 */
@ApplicationScoped
class Admissions {

    private static final int BEHIND_RAW_PATHS = 900_000;
    private static final String SESSION_COOKIE = "sessionid";
    private static final Pattern BULK = Pattern.compile("/api/projects/[^/]+/(import/?|export(/.*)?)");

    private final Admission people;
    private final Admission bulk;

    Admissions(AdmissionConfig config) {
        this.people = new Admission(Limits.fixed(config.places()), System::nanoTime);
        this.bulk = new Admission(Limits.fixed(config.bulkPlaces()), System::nanoTime);
    }

    void register(@Observes Filters filters) {
        filters.register(this::handle, BEHIND_RAW_PATHS);
    }

    private void handle(RoutingContext context) {
        Admission admission = BULK.matcher(context.request().path()).matches() ? bulk : people;
        admission.enter(holder(context.request()), new Visitor() {

            @Override
            public void admitted(Place place) {
                context.addEndHandler(ended -> place.leave());
                context.next();
            }

            @Override
            public void refused(ProblemException refusal) {
                refuse(context, refusal);
            }
        });
    }

    private static void refuse(RoutingContext context, ProblemException refusal) {
        ErrorBody body = ErrorBody.of(context.request().path(), refusal);
        context.response()
                .setStatusCode(refusal.status())
                .putHeader("content-type", body.mediaType())
                .putHeader("retry-after", "1")
                .end(body.json());
    }

    /** {@return whom the request counts for: its credentials, valid or not, or else the address that it comes from} */
    private static String holder(HttpServerRequest request) {
        String authorization = request.getHeader("Authorization");
        if (authorization != null) {
            return authorization;
        }
        Cookie session = request.getCookie(SESSION_COOKIE);
        return session != null ? session.getValue() : String.valueOf(request.remoteAddress().hostAddress());
    }
}
