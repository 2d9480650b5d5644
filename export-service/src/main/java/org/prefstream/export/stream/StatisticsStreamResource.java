package org.prefstream.export.stream;

import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;

import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** When the statistics of a project change, as server-sent events: by preferences, and by ties and skips, which have no row. */
@Path("/api/projects/{id}/statistics/stream")
@Authenticated
public class StatisticsStreamResource {

    private final Streams streams;
    private final Caller caller;

    StatisticsStreamResource(Streams streams, Caller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    /** Goes on until the client hangs up or may no longer read. */
    @GET
    public RestMulti<byte[]> stream(@RestPath("id") long projectId, @Context HttpServerRequest http) {
        Person person = caller.person();
        Supplier<Uni<Optional<Person>>> anew = caller.anew();
        return RestMulti.fromUniResponse(streams.maySeeStatistics(person, projectId),
                may -> HttpMethod.HEAD.equals(http.method())
                        ? Multi.createFrom().empty()
                        : streams.ofStatistics(projectId, person, anew),
                may -> StreamResource.HEADERS);
    }
}
