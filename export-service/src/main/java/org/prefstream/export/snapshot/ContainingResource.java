package org.prefstream.export.snapshot;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.security.Caller;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** For a judgement, also one that was withdrawn, the snapshots that contain it. */
@Path("/api/annotations/{id}/snapshots")
@Authenticated
public class ContainingResource {

    private final Snapshots snapshots;
    private final Caller caller;

    ContainingResource(Snapshots snapshots, Caller caller) {
        this.snapshots = snapshots;
        this.caller = caller;
    }

    /** Lists them, the newest first. */
    @GET
    public Uni<List<Snapshot>> containing(@RestPath("id") long annotationId) {
        return snapshots.containing(caller.person(), annotationId);
    }
}
