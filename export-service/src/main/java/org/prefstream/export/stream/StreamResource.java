package org.prefstream.export.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** A project's dataset as server-sent events: what there is, and then what comes. */
@Path("/api/projects/{id}/stream")
@Authenticated
public class StreamResource {

    /** No cache keeps a stream, and no proxy gathers what belongs to the reader at once. */
    static final Map<String, List<String>> HEADERS = Map.of(HttpHeaders.CONTENT_TYPE,
            List.of(MediaType.SERVER_SENT_EVENTS), HttpHeaders.CACHE_CONTROL, List.of("no-store"), "X-Accel-Buffering",
            List.of("no"));

    private final Streams streams;
    private final Caller caller;

    StreamResource(Streams streams, Caller caller) {
        this.streams = streams;
        this.caller = caller;
    }

    /**
     * Goes on until the client hangs up or may no longer read. The framework's own server-sent events send the head before it is
     * known whether there is anything to send, so a refusal could not be told; these are written as bytes.
     */
    @GET
    public RestMulti<byte[]> stream(@RestPath("id") long projectId, @RestQuery @Nullable String from,
            @RestQuery @Nullable String mine, @RestHeader("Last-Event-ID") @Nullable String lastEventId,
            @Context HttpServerRequest http) {
        StreamRequest request = StreamRequest.of(projectId, from, lastEventId, mine);
        Person person = caller.person();
        Supplier<Uni<Optional<Person>>> anew = caller.anew();
        return RestMulti.fromUniResponse(streams.beginning(request, person),
                position -> HttpMethod.HEAD.equals(http.method())
                        ? Multi.createFrom().empty()
                        : streams.open(request, person, position, anew),
                position -> HEADERS);
    }

    /**
     * {@return a piece of the stream, for programs that read no events: what there is behind a cursor, and else what comes first}
     *
     * @param from where it begins, as in the stream
     * @param wait how many seconds to wait where there is nothing
     */
    @GET
    @Path("/page")
    public Uni<StreamPage> page(@RestPath("id") long projectId, @RestQuery @Nullable String from,
            @RestQuery @Nullable String mine, @RestQuery @Nullable String wait) {
        StreamRequest request = StreamRequest.of(projectId, from, null, mine);
        Duration longest = StreamRequest.wait(wait);
        Person person = caller.person();
        Supplier<Uni<Optional<Person>>> anew = caller.anew();
        return streams.beginning(request, person)
                .chain(position -> streams.page(request, person, position, longest, anew));
    }
}
