package org.prefstream.task.imports;

import java.util.regex.Pattern;

import jakarta.enterprise.event.Observes;

import org.prefstream.kit.web.BodyLimit;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/** Only imports may be as large as the server takes at all; everything else is held in memory and must be small. */
class BodyLimits {

    /** A task's data may have 2 MiB, and a form writes some characters as three. */
    private static final long LARGEST = 10L * 1024 * 1024;
    private static final String REFUSAL = "The body is longer than " + LARGEST
            + " bytes (10 MiB). Only an import may be longer: POST /api/projects/{id}/import.";
    private static final Pattern IMPORT = Pattern.compile("/api/projects/[^/]+/import/?");
    private static final int BEFORE_ROUTING = 500;

    void register(@Observes Filters filters) {
        filters.register(BodyLimits::limit, BEFORE_ROUTING);
    }

    private static void limit(RoutingContext request) {
        if (IMPORT.matcher(request.request().path()).matches()) {
            request.next();
        } else {
            BodyLimit.require(request, LARGEST, () -> REFUSAL);
        }
    }
}
