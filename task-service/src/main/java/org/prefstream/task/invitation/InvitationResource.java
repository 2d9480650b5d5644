package org.prefstream.task.invitation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.invitation.InvitationViews.Joined;
import org.prefstream.task.invitation.InvitationViews.Managed;
import org.prefstream.task.invitation.InvitationViews.Offered;
import org.prefstream.task.invitation.Invitations.Shown;
import org.prefstream.task.people.ClientAddress;
import org.prefstream.task.people.LinkGuesses;
import org.prefstream.task.people.LogIn;
import org.prefstream.task.people.Passwords;
import org.prefstream.task.web.SessionCookie;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;

/**
 * Invitations. The secret of a link comes in bodies only, because paths are written into logs. No answer is kept under an
 * {@code Idempotency-Key}: the secret would stand in it.
 */
@Path("/api/invitations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class InvitationResource {

    private static final int SECRET_LONGEST = 100;
    private static final int PASSWORD_LONGEST = 1_000;

    private final Caller caller;
    private final Invitations invitations;
    private final Invite invite;
    private final AcceptInvitation accept;
    private final LinkGuesses guesses;
    private final Passwords passwords;
    private final LogIn logIn;
    private final Transactions transactions;
    private final Clock clock;

    InvitationResource(Caller caller, Invitations invitations, Invite invite, AcceptInvitation accept,
            LinkGuesses guesses, Passwords passwords, LogIn logIn, Transactions transactions, Clock clock) {
        this.caller = caller;
        this.invitations = invitations;
        this.invite = invite;
        this.accept = accept;
        this.guesses = guesses;
        this.passwords = passwords;
        this.logIn = logIn;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GET
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<List<Managed>> list() {
        Person person = caller.person();
        Instant now = clock.instant();
        return transactions.read(() -> invitations.visible(person))
                .map(found -> found.stream().map(shown -> InvitationViews.managed(shown, now, null)).toList());
    }

    @POST
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Response> invite(Fields sent, UriInfo uri) {
        Person person = caller.person();
        InvitationTerms terms = InvitationTerms.of(sent, person);
        return transactions.write(() -> invite.invite(terms, person))
                .map(made -> InvitationViews.managed(made.shown(), clock.instant(), link(uri, made.secret())))
                .map(view -> Response.status(201).entity(view).header("Cache-Control", "no-store").build());
    }

    @DELETE
    @Path("/{id}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Void> revoke(@RestPath long id) {
        Person person = caller.person();
        return transactions.write(() -> invite.revoke(id, person));
    }

    @POST
    @Path("/look")
    @PermitAll
    public Uni<Offered> look(Fields sent, @Context HttpServerRequest http) {
        return open(sent, http).map(InvitationViews::offered);
    }

    /** Makes an account for a stranger and logs in. */
    @POST
    @Path("/accept")
    @PermitAll
    public Uni<Response> accept(Fields sent, UriInfo uri, @Context HttpServerRequest http) {
        String secret = secret(sent);
        String password = sent.text("password", PASSWORD_LONGEST)
                .filter(text -> !text.isEmpty())
                .orElseThrow(() -> ProblemException.invalid("password", "This field is required."));
        // A password costs much to hash: nobody has that done who has no invitation.
        return open(sent, http).chain(shown -> passwords.hash(password))
                .chain(hash -> transactions.write(() -> accept.withNewAccount(secret, sent, hash)))
                .chain(accepted -> logIn.begin(accepted.account())
                        .map(session -> Response.status(201)
                                .entity(InvitationViews.joined(accepted))
                                .cookie(SessionCookie.of(session, logIn.sessionLifetime(), uri))
                                .build()));
    }

    /** Adds what an invitation offers to the account of somebody who is logged in. */
    @POST
    @Path("/join")
    @Authenticated
    public Uni<Joined> join(Fields sent, @Context HttpServerRequest http) {
        Person person = caller.person();
        String secret = secret(sent);
        return open(sent, http).chain(shown -> transactions.write(() -> accept.withOwnAccount(secret, person)))
                .map(InvitationViews::joined);
    }

    private Uni<Shown> open(Fields sent, HttpServerRequest http) {
        String secret = secret(sent);
        return guesses.slowed(ClientAddress.of(http), () -> transactions.read(() -> invitations.requireOpen(secret)));
    }

    private static String secret(Fields sent) {
        return sent.text("secret", SECRET_LONGEST)
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> ProblemException.invalid("secret", "This field is required."))
                .strip();
    }

    /** A browser sends nothing behind {@code #} to a server, so no log holds it. */
    private static String link(UriInfo uri, String secret) {
        return uri.getBaseUriBuilder().path("invitations").fragment(secret).build().toString();
    }
}
