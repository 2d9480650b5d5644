package org.prefstream.task.people;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.UserView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Accounts. Owners make them; there is no sign-up. */
@Path("/api/users")
@Produces(MediaType.APPLICATION_JSON)
public class UserResource {

    private final Caller caller;
    private final Accounts accounts;
    private final CreateAccount createAccount;
    private final ChangeAccount changeAccount;
    private final Passwords passwords;
    private final Idempotency idempotency;
    private final Transactions transactions;

    UserResource(Caller caller, Accounts accounts, CreateAccount createAccount, ChangeAccount changeAccount,
            Passwords passwords, Idempotency idempotency, Transactions transactions) {
        this.caller = caller;
        this.accounts = accounts;
        this.createAccount = createAccount;
        this.changeAccount = changeAccount;
        this.passwords = passwords;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    @GET
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<List<UserView>> list() {
        return transactions.read(accounts::all).map(all -> all.stream().map(AccountViews::full).toList());
    }

    @POST
    @RolesAllowed(Roles.OWNER)
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> create(Fields fields, @RestHeader("Idempotency-Key") @Nullable String key) {
        Request request = new Request(caller.person().id(), "POST", "/api/users", key, fields);
        return passwordHash(fields)
                .chain(hash -> idempotency
                        .once(request,
                                () -> createAccount.create(fields, hash.orElse(""))
                                        .map(account -> Answer.json(201, AccountViews.full(account)))))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<UserView> read(@RestPath long id) {
        Person person = caller.person();
        if (!person.manages() && person.id() != id) {
            throw ProblemException.notFound("No User matches the given query.");
        }
        return transactions.read(() -> accounts.require(id)).map(AccountViews::full);
    }

    @PATCH
    @Path("/{id}")
    @Authenticated
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long id, Fields fields, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        if (person.id() == id && fields.has("password")) {
            throw ProblemException.invalid("password",
                    "You change your own password by POST /api/current-user/password, which asks for the present one.");
        }
        Request request = new Request(person.id(), "PATCH", "/api/users/" + id, key, fields);
        return passwordHash(fields)
                .chain(hash -> idempotency
                        .once(request,
                                () -> changeAccount.change(id, fields, hash, person)
                                        .map(account -> Answer.json(200, AccountViews.full(account)))))
                .map(Answer::response);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed(Roles.OWNER)
    public Uni<Void> delete(@RestPath long id) {
        if (caller.person().id() == id) {
            throw ProblemException.invalid("id", "You cannot delete your own account.");
        }
        return transactions.write(() -> changeAccount.delete(id));
    }

    private Uni<Optional<String>> passwordHash(Fields fields) {
        return fields.text("password", 1_000)
                .map(password -> passwords.hash(password).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }
}
