package org.prefstream.task.imports;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.imports.ImportPlaces.Place;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/** Gives each import its place once its sender is known to be allowed to import, and before its body is read. */
@ApplicationScoped
class ImportAdmission {

    private static final String PLACE = Place.class.getName();
    private static final String PROGRESS = ImportProgress.class.getName();

    private final ImportPlaces places;
    private final RunningImports imports;
    private final CurrentVertxRequest current;

    ImportAdmission(ImportPlaces places, RunningImports imports, CurrentVertxRequest current) {
        this.places = places;
        this.imports = imports;
        this.current = current;
    }

    @ServerRequestFilter
    @ImportResource.Admitted
    void admit() {
        RoutingContext request = current.getCurrent();
        try {
            Place place = places.enter();
            request.put(PLACE, place);
            request.addEndHandler(ended -> place.requestEnded());
            ImportProgress progress = imports.enter(request);
            request.put(PROGRESS, progress);
            request.addEndHandler(ended -> progress.requestEnded());
        } catch (ProblemException refused) {
            // What comes of the body must not be taken for the next request.
            request.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
            throw refused;
        }
    }

    /** {@return the place of the present request, held; to be closed when its import is done} */
    Place hold() {
        Place place = current.getCurrent().get(PLACE);
        return place.hold();
    }

    /** {@return how far the import of the present request is} */
    ImportProgress progress() {
        return current.getCurrent().get(PROGRESS);
    }
}
