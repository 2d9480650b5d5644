package org.prefstream.annotation.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.prefstream.kit.web.BodyLimit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** All bodies of this service are held in memory, so that each has a limit. */
@ApplicationScoped
class BodyLimits {

    private static final int BEFORE_ROUTING = 500;

    private final BodyConfig config;

    BodyLimits(BodyConfig config) {
        this.config = config;
    }

    void register(@Observes Filters filters) {
        filters.register(this::limit, BEFORE_ROUTING);
    }

    private void limit(RoutingContext request) {
        boolean bulk = request.request().path().startsWith(BulkResource.PATH);
        long bytesMax = bulk ? config.bulkBytesMax() : config.jsonBytesMax();
        BodyLimit.require(request, bytesMax,
                () -> "The body is longer than %d bytes, which is the most that is taken here.".formatted(bytesMax));
    }
}
