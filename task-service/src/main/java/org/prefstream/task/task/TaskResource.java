package org.prefstream.task.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
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
import org.prefstream.labelstudio.json.Json;
import org.prefstream.labelstudio.view.FullTaskView;
import org.prefstream.labelstudio.view.ListedTaskView;
import org.prefstream.task.project.AcrossServices;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Tasks one by one. */
@Path("/api/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskResource {

    private final Caller caller;
    private final ReadTasks read;
    private final WriteTask write;
    private final AnnotationsOfTask annotations;
    private final Idempotency idempotency;
    private final Transactions transactions;
    private final AcrossServices across;

    TaskResource(Caller caller, ReadTasks read, WriteTask write, AnnotationsOfTask annotations, Idempotency idempotency,
            Transactions transactions, AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.write = write;
        this.annotations = annotations;
        this.idempotency = idempotency;
        this.transactions = transactions;
        this.across = across;
    }

    @POST
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> create(Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        return idempotency
                .once(new Request(person.id(), "POST", "/api/tasks", key, sent), () -> write.create(sent, person.id())
                        .map(task -> Answer.json(201, ListedTaskView.of(Sight.ALL.state(CountedTask.of(task, null))))))
                .map(Answer::response);
    }

    @GET
    @Path("/{id}")
    @Authenticated
    public Uni<String> read(@RestPath long id, HttpHeaders headers) {
        Person person = caller.person();
        return project(id, person).chain(across::annotationsOf)
                .chain(() -> transactions.read(() -> read.one(id, person)))
                .chain(found -> annotations.of(id, headers::getHeaderString)
                        .map(fresh -> Json.write(
                                new FullTaskView(found.state(), fresh, found.predictions(), found.answered(), true))));
    }

    @PATCH
    @Path("/{id}")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long id, Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        Request request = new Request(person.id(), "PATCH", "/api/tasks/" + id, key, sent);
        return project(id, person).chain(project -> across.annotationsOf(project)
                .chain(() -> idempotency.once(request, () -> changed(id, sent, person)))
                .call(() -> across.known(project, Topic.TASKS))).map(Answer::response);
    }

    private Uni<Answer> changed(long id, Fields sent, Person person) {
        return write.change(id, sent, person.id())
                .chain(task -> read.listed(task, person))
                .map(view -> Answer.json(200, view));
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Void> delete(@RestPath long id) {
        return transactions.write(() -> write.delete(id)).chain(project -> across.known(project, Topic.TASKS));
    }

    private Uni<Long> project(long taskId, Person person) {
        return transactions.read(() -> read.project(taskId, person));
    }
}
