package org.prefstream.export.schedule;

import java.util.List;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.KnownNames;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Exports that are made again and again. */
@Path("/api/projects/{id}/schedules")
@Authenticated
public class ScheduleResource {

    private static final KnownNames FIELDS = KnownNames.of("title", "target", "every", "at", "weekday", "keep",
            "paused", "parameters");

    private final Schedules schedules;
    private final Caller caller;

    ScheduleResource(Schedules schedules, Caller caller) {
        this.schedules = schedules;
        this.caller = caller;
    }

    /** Lists the schedules of a project, each with its last runs. */
    @GET
    public Uni<List<Schedule.View>> list(@RestPath("id") long projectId, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return schedules.list(caller.person(), projectId);
    }

    /** Adds a schedule. */
    @POST
    public Uni<RestResponse<Schedule.View>> add(@RestPath("id") long projectId, Fields sent, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        FIELDS.require(sent);
        return schedules.add(caller.person(), projectId, sent)
                .map(added -> RestResponse.status(RestResponse.Status.CREATED, added));
    }

    /** Gives a schedule. */
    @GET
    @Path("{schedule}")
    public Uni<Schedule.View> find(@RestPath("id") long projectId, @RestPath("schedule") long id,
            @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return schedules.find(caller.person(), projectId, id);
    }

    /** Changes what the body names. */
    @PATCH
    @Path("{schedule}")
    public Uni<Schedule.View> change(@RestPath("id") long projectId, @RestPath("schedule") long id, Fields sent,
            @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        FIELDS.require(sent);
        return schedules.change(caller.person(), projectId, id, sent);
    }

    /** Deletes a schedule. Snapshots that it has made stay, and so do their files. */
    @DELETE
    @Path("{schedule}")
    public Uni<Void> delete(@RestPath("id") long projectId, @RestPath("schedule") long id, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return schedules.delete(caller.person(), projectId, id);
    }

    /** Runs a schedule at once, besides its times; also one that is paused. */
    @POST
    @Path("{schedule}/run")
    public Uni<RestResponse<Schedule.View>> run(@RestPath("id") long projectId, @RestPath("schedule") long id,
            @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return schedules.run(caller.person(), projectId, id)
                .map(running -> RestResponse.status(RestResponse.Status.ACCEPTED, running));
    }
}
