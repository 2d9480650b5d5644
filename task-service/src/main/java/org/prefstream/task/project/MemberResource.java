package org.prefstream.task.project;

import java.util.List;
import java.util.Locale;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.view.PersonView;
import org.prefstream.task.people.Account;
import org.prefstream.task.people.AccountViews;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;

import io.smallrye.mutiny.Uni;

/** Members of a project: annotators see only the projects that they are members of. */
@Path("/api/projects/{id}/members")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class MemberResource {

    private final Caller caller;
    private final Projects projects;
    private final Members members;
    private final Transactions transactions;

    MemberResource(Caller caller, Projects projects, Members members, Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.members = members;
        this.transactions = transactions;
    }

    @GET
    public Uni<List<View>> list(@RestPath long id) {
        Person person = caller.person();
        return transactions.read(() -> projects.require(id, person).chain(project -> members.of(id)))
                .map(found -> found.stream().map(View::of).toList());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> add(@RestPath long id, Fields sent) {
        long user = sent.id("user");
        return transactions.write(() -> projects.requireLocked(id).chain(project -> members.add(id, user)))
                .map(account -> Response.status(201).entity(View.of(account)).build());
    }

    @DELETE
    @Path("/{user}")
    public Uni<Void> remove(@RestPath long id, @RestPath long user) {
        return transactions.write(() -> projects.requireLocked(id).chain(project -> members.remove(id, user)));
    }

    /** Somebody who works in a project; {@code user} is the person's id. */
    public record View(
            @JsonProperty("user") long user,
            @JsonUnwrapped PersonView person,
            @JsonProperty("role") String role) {

        private static View of(Account account) {
            return new View(account.id(), AccountViews.brief(account), account.role().name().toLowerCase(Locale.ROOT));
        }
    }
}
