package org.prefstream.export.delivery;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.prefstream.export.download.ExportRequest;
import org.prefstream.export.download.Formats;
import org.prefstream.export.download.KnownParameters;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.KnownNames;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.kit.web.ResultPage;
import org.prefstream.labelstudio.error.ProblemException;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Files of a snapshot that go to targets. */
@Path("/api/projects/{id}/snapshots/{snapshot}/files")
@Authenticated
public class DeliveryResource {

    private static final int PAGE_ROWS = 100;
    private static final int NAME_LONGEST = 40;
    private static final String USUAL = "TRL";

    private final Deliveries deliveries;
    private final Formats formats;
    private final Caller caller;

    DeliveryResource(Deliveries deliveries, Formats formats, Caller caller) {
        this.deliveries = deliveries;
        this.formats = formats;
        this.caller = caller;
    }

    /** Begins a delivery. The body has the target, and what the address of the snapshot's file would have. */
    @POST
    public Uni<RestResponse<Delivery>> begin(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            Fields sent, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        String target = sent.text("target", NAME_LONGEST)
                .orElseThrow(() -> ProblemException.invalid("target", "This field is required."));
        Map<String, List<String>> query = query(sent.members());
        query.remove("target");
        KnownParameters.requireOfSent(query, formats);
        ExportRequest request = ExportRequest.ofFrozen(projectId, query, formats, USUAL);
        return deliveries.begin(caller.person(), snapshotId, target, query, request)
                .map(begun -> RestResponse.status(RestResponse.Status.ACCEPTED, begun));
    }

    /** {@return members of a body as the parameters of an address; fails with a 400 if one is no text, number or truth value} */
    public static Map<String, List<String>> query(Map<String, Object> members) {
        Map<String, List<String>> query = new HashMap<>();
        members.forEach((name, value) -> {
            if (value instanceof String || value instanceof Number || value instanceof Boolean) {
                query.put(name, List.of(String.valueOf(value)));
            } else if (value != null) {
                throw ProblemException.invalid(name, "Must be a text, a number, true or false.");
            }
        });
        return query;
    }

    /** Lists the deliveries of a snapshot, the newest first. */
    @GET
    public Uni<ResultPage<Delivery>> list(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @RestQuery @Nullable String page, @RestQuery("page_size") @Nullable String pageSize, @Context UriInfo uri) {
        KnownNames.PAGE.require(uri);
        PageRequest wanted = PageRequest.of(page, pageSize, PAGE_ROWS);
        return deliveries.page(caller.person(), projectId, snapshotId, wanted)
                .map(found -> ResultPage.of(uri, wanted, found.count(), found.deliveries()));
    }

    /** Says how far a delivery is. */
    @GET
    @Path("{delivery}")
    public Uni<Delivery> find(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @RestPath("delivery") long id, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return deliveries.find(caller.person(), projectId, snapshotId, id);
    }

    /** Stops a delivery. What is at the target already stays; what was not finished goes. */
    @DELETE
    @Path("{delivery}")
    public Uni<Delivery> cancel(@RestPath("id") long projectId, @RestPath("snapshot") long snapshotId,
            @RestPath("delivery") long id, @Context UriInfo uri) {
        KnownNames.NONE.require(uri);
        return deliveries.cancel(caller.person(), projectId, snapshotId, id);
    }
}
