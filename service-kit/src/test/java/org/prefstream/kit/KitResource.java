package org.prefstream.kit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Endpoints on a path of Label Studio's, guarded in every way that a service guards its own. */
@Path("/api/tasks/kit")
public class KitResource {

    private final Caller caller;
    private final Transactions transactions;

    KitResource(Caller caller, Transactions transactions) {
        this.caller = caller;
        this.transactions = transactions;
    }

    /** What a client sends. */
    public record Echo(@Size(max = 5) String name, long count) {
    }

    @GET
    @Path("forgotten")
    public String withoutAnyAnnotation() {
        return "nobody may read this";
    }

    @GET
    @Path("me")
    @Authenticated
    public Uni<String> me() {
        return transactions.read(() -> Uni.createFrom().voidItem()).map(done -> caller.person().email());
    }

    @POST
    @Path("me")
    @Authenticated
    public String change() {
        return caller.person().email();
    }

    @GET
    @Path("managers")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public String forManagers() {
        return "managed";
    }

    @POST
    @Path("echo")
    @PermitAll
    public Echo echo(@Valid Echo echo) {
        return echo;
    }

    @POST
    @Path("fields")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    @PermitAll
    public String fields(Fields fields) {
        return fields.canonical();
    }

    @GET
    @Path("ids/{id}")
    @PermitAll
    public long id(@RestPath long id) {
        return id;
    }

    @GET
    @Path("bug")
    @PermitAll
    public String bug() {
        throw new IllegalStateException("an inner secret");
    }
}
