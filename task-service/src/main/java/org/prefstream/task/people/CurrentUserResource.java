package org.prefstream.task.people;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestCookie;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.view.UserView;
import org.prefstream.task.web.SessionCookie;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/** Who is asking, their API token, and the change of their password. */
@Path("/api/current-user")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class CurrentUserResource {

    private final Caller caller;
    private final Accounts accounts;
    private final OwnToken ownToken;
    private final ChangePassword changePassword;
    private final Transactions transactions;

    CurrentUserResource(Caller caller, Accounts accounts, OwnToken ownToken, ChangePassword changePassword,
            Transactions transactions) {
        this.caller = caller;
        this.accounts = accounts;
        this.ownToken = ownToken;
        this.changePassword = changePassword;
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

    /** The browser that asks stays logged in; all others have to log in anew. */
    @POST
    @Path("/password")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Void> changePassword(Fields sent, @RestCookie(SessionCookie.NAME) @Nullable String sessionid,
            @Context HttpServerRequest http) {
        return changePassword.change(caller.person().id(), sent, ClientAddress.of(http), sessionid);
    }

    @DELETE
    @Path("/token")
    public Uni<Void> revokeToken() {
        return ownToken.revoke(caller.person().id());
    }
}
