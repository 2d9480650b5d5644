package org.prefstream.task.project;

import java.util.List;

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
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.config.LabelingConfig;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemException.Violation;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Projects one by one. */
@Path("/api/projects")
@Produces(MediaType.APPLICATION_JSON)
public class ProjectResource {

    private final Caller caller;
    private final ReadProjects read;
    private final WriteProject write;
    private final DeleteProject delete;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final AcrossServices across;

    ProjectResource(Caller caller, ReadProjects read, WriteProject write, DeleteProject delete, Idempotency idempotency,
            Transactions transactions, AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.write = write;
        this.delete = delete;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.across = across;
    }

    @POST
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> create(Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        return idempotency.once(new Request(person.id(), "POST", "/api/projects", key, sent),
                () -> write.create(sent, person.id()).chain(read::justCreated).map(view -> Answer.json(201, view)))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<Response> read(@RestPath long id) {
        Person person = caller.person();
        return across.annotationsOf(id)
                .chain(() -> transactions.read(() -> read.one(id, person)))
                .map(view -> Answer.json(200, view).response());
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long id, Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        Request request = new Request(person.id(), "PATCH", "/api/projects/" + id, key, sent);
        return across.annotationsOf(id)
                .chain(() -> idempotency.once(request,
                        () -> write.change(id, sent, person.id())
                                .chain(project -> read.one(id, person))
                                .map(view -> Answer.json(200, view))))
                .call(() -> across.known(id, Topic.PROJECTS))
                .map(Answer::response);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Void> delete(@RestPath long id) {
        return transactions.write(() -> delete.delete(id)).chain(() -> across.known(id, Topic.PROJECTS));
    }

    /** As in Label Studio a configuration that can be used is answered with nothing; warnings, where there are any, are ours. */
    @POST
    @Path("/validate")
    @Authenticated
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response validate(Fields sent) {
        try {
            List<String> warnings = WriteProject.parse("label_config", WriteProject.config(sent, "")).warnings();
            return warnings.isEmpty() ? Response.noContent().build() : Response.ok(new Warnings(warnings)).build();
        } catch (ProblemException e) {
            // Label Studio answers this one path with the bare messages
            return Response.status(400)
                    .entity(new Unusable(e.violations().stream().map(Violation::message).toList()))
                    .build();
        }
    }

    @POST
    @Path("/{id}/validate")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Fits> validateFor(@RestPath long id, Fields sent) {
        Person person = caller.person();
        LabelingConfig meaning = WriteProject.parse("label_config", WriteProject.config(sent, ""));
        return transactions.read(() -> read.requireFits(id, meaning.spec(), person))
                .replaceWith(new Fits(null, meaning.warnings()));
    }

    /** Why a configuration cannot be used. */
    record Unusable(@JsonProperty("label_config") List<String> labelConfig) {
    }

    /** What is not understood of a configuration that can be used. */
    record Warnings(@JsonProperty("label_config_warnings") List<String> labelConfigWarnings) {
    }

    /**
     * Says that a configuration can be used in a project as it is.
     *
     * @param essentialDataHasChanged null, as Label Studio Community answers
     */
    record Fits(
            @JsonProperty("config_essential_data_has_changed") @Nullable Boolean essentialDataHasChanged,
            @JsonProperty("label_config_warnings") List<String> labelConfigWarnings) {
    }
}
