package org.prefstream.task.view;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.task.project.Projects;
import org.prefstream.task.web.IdParameter;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** Saved views of tasks, as Label Studio's data manager keeps them. They are for owners and managers. */
@Path(ViewResource.PATH)
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class ViewResource {

    static final String PATH = "/api/dm/views";

    private final Caller caller;
    private final SavedViews views;
    private final WriteView write;
    private final Projects projects;
    private final Idempotency idempotency;
    private final Transactions transactions;

    ViewResource(Caller caller, SavedViews views, WriteView write, Projects projects, Idempotency idempotency,
            Transactions transactions) {
        this.caller = caller;
        this.views = views;
        this.write = write;
        this.projects = projects;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    /** A view in Label Studio's form. */
    record View(
            @JsonProperty("id") long id,
            @JsonProperty("data") Object data,
            @JsonProperty("order") int order,
            @JsonProperty("user") long user,
            @JsonProperty("project") long project) {

        static View of(SavedView view) {
            return new View(view.id(), view.data().members(), view.place(), view.createdBy(), view.projectId());
        }
    }

    @GET
    public Uni<Response> list(@RestQuery @Nullable String project) {
        Person person = caller.person();
        Long id = IdParameter.id("project", project).orElse(null);
        return transactions
                .read(() -> id == null ? views.of(null) : projects.require(id, person).chain(found -> views.of(id)))
                .map(found -> answer(200, found.stream().map(View::of).toList()).response());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> create(Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        return idempotency
                .once(new Request(person.id(), "POST", PATH, key, sent),
                        () -> write.create(sent, person).map(view -> answer(201, View.of(view))))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> read(@RestPath long id) {
        return transactions.read(() -> views.require(id)).map(view -> answer(200, View.of(view)).response());
    }

    /** What the data does not say of filters, ordering and selection stays. */
    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long id, Fields sent) {
        return change(id, sent, false);
    }

    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> replace(@RestPath long id, Fields sent) {
        return change(id, sent, true);
    }

    private Uni<Response> change(long id, Fields sent, boolean whole) {
        return transactions.write(() -> write.change(id, sent, whole).map(View::of))
                .map(view -> answer(200, view).response());
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@RestPath long id) {
        return transactions.write(() -> write.delete(id));
    }

    /** Label Studio's clients name the project in the query, or in the body. */
    @DELETE
    @Path("/reset")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.WILDCARD})
    public Uni<Void> reset(@RestQuery @Nullable String project, @Nullable String body) {
        long id = IdParameter.id("project", project).orElseGet(() -> Fields.of(body == null ? "" : body).id("project"));
        return transactions.write(() -> write.deleteAll(id));
    }

    @POST
    @Path("/order")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> order(Fields sent) {
        return transactions.write(() -> write.order(sent)).replaceWith(() -> Response.ok().build());
    }

    private static Answer answer(int status, Object found) {
        return Answer.json(status, found);
    }
}
