package org.prefstream.task.invitation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** The link of the organization, for Label Studio's clients. Only owners have it: it lets people in without a project. */
@Path("/api/invite")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OWNER)
public class InviteResource {

    private final Caller caller;
    private final OrganizationLink link;
    private final Transactions transactions;

    InviteResource(Caller caller, OrganizationLink link, Transactions transactions) {
        this.caller = caller;
        this.link = link;
        this.transactions = transactions;
    }

    /** A link as Label Studio shows it; its address begins with this installation's. */
    public record View(@JsonProperty("token") String token, @JsonProperty("invite_url") String inviteUrl) {

        private static View of(String secret) {
            return new View(secret, "/invitations#" + secret);
        }
    }

    @GET
    public Uni<Response> read() {
        Person person = caller.person();
        return transactions.write(() -> link.open(person)).map(secret -> answer(200, secret));
    }

    @POST
    @Path("/reset-token")
    @Consumes(MediaType.WILDCARD)
    public Uni<Response> reset() {
        Person person = caller.person();
        return transactions.write(() -> link.renew(person)).map(secret -> answer(201, secret));
    }

    private static Response answer(int status, String secret) {
        return Response.status(status).entity(View.of(secret)).header("Cache-Control", "no-store").build();
    }
}
