package org.prefstream.task.people;

import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.labelstudio.view.UserView;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Who is asking, and their API token. */
@Path("/api/current-user")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CurrentUserResource {

    private final Caller caller;
    private final Accounts accounts;
    private final OwnToken ownToken;
    private final Transactions transactions;

    CurrentUserResource(Caller caller, Accounts accounts, OwnToken ownToken, Transactions transactions) {
        this.caller = caller;
        this.accounts = accounts;
        this.ownToken = ownToken;
        this.transactions = transactions;
    }

    /** The present API token. */
    public record TokenView(@JsonProperty("token") String token) {
    }

    @GET
    @Path("/whoami")
    public Uni<UserView.Own> whoAmI() {
        long id = caller.person().id();
        return transactions.read(() -> accounts.require(id)).map(AccountViews::own);
    }

    @GET
    @Path("/token")
    public Uni<TokenView> token() {
        return ownToken.show(caller.person().id()).map(TokenView::new);
    }

    @POST
    @Path("/reset-token")
    public Uni<Response> resetToken() {
        return ownToken.renew(caller.person().id())
                .map(token -> Response.status(201).entity(new TokenView(token)).build());
    }

    @DELETE
    @Path("/token")
    public Uni<Void> revokeToken() {
        return ownToken.revoke(caller.person().id());
    }
}
