package org.prefstream.export.statistics;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.security.Caller;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What a project's judgements are like. */
@Path("/api/projects/{id}/statistics")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {

    private final ReadStatistics read;
    private final Caller caller;

    StatisticsResource(ReadStatistics read, Caller caller) {
        this.read = read;
        this.caller = caller;
    }

    @GET
    public Uni<Statistics> statistics(@RestPath("id") long projectId) {
        return read.of(caller.person(), projectId);
    }
}
