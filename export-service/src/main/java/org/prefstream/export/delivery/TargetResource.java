package org.prefstream.export.delivery;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.security.Caller;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The targets that the operator names. Nobody is told where they are. */
@Path("/api/projects/{id}/targets")
@Authenticated
public class TargetResource {

    private final Deliveries deliveries;
    private final Caller caller;

    TargetResource(Deliveries deliveries, Caller caller) {
        this.deliveries = deliveries;
        this.caller = caller;
    }

    /** Lists their names and kinds. */
    @GET
    public Uni<List<Targets.View>> list(@RestPath("id") long projectId) {
        return deliveries.targets(caller.person(), projectId);
    }
}
