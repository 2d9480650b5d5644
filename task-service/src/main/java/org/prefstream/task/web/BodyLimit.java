package org.prefstream.task.web;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Only imports may be as large as the server takes at all; everything else is held in memory and must be small. */
class BodyLimit {

    /** An item with everything that comes with it may have 8 MiB, see the importing package. */
    private static final long LARGEST = 16L * 1024 * 1024;
    private static final Pattern IMPORT = Pattern.compile("/api/projects/[^/]+/import/?");
    private static final int BEFORE_ROUTING = 500;

    void register(@Observes Filters filters) {
        filters.register(BodyLimit::limit, BEFORE_ROUTING);
    }

    private static void limit(RoutingContext request) {
        if (!IMPORT.matcher(request.request().path()).matches()) {
            request.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST);
        }
        request.next();
    }
}
