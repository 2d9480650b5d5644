package org.prefstream.task.prediction;

import java.util.List;

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
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.task.PredictionContent;
import org.prefstream.task.task.ReadPredictions;
import org.prefstream.task.task.WritePredictions;
import org.prefstream.task.task.WritePredictions.SentPrediction;
import org.prefstream.task.web.IdParameter;

import io.smallrye.mutiny.Uni;

/** Predictions one by one. Annotators see none, so that no model sways them. */
@Path(PredictionResource.PATH)
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class PredictionResource {

    static final String PATH = "/api/predictions";

    private final Caller caller;
    private final ReadPredictions read;
    private final WritePredictions write;
    private final Idempotency idempotency;
    private final Transactions transactions;

    PredictionResource(Caller caller, ReadPredictions read, WritePredictions write, Idempotency idempotency,
            Transactions transactions) {
        this.caller = caller;
        this.read = read;
        this.write = write;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    /** Label Studio has no pages here; ours are there for those who ask. */
    @GET
    public Uni<Response> list(@RestQuery @Nullable String task, @RestQuery @Nullable String project,
            @RestQuery("task__project") @Nullable String projectOfTask, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize) {
        PageRequest asked = PageRequest.of(page, pageSize, PageRequest.LARGEST);
        return transactions
                .read(() -> read.of(IdParameter.id("task", task),
                        IdParameter.id("project", project == null ? projectOfTask : project), asked))
                .map(found -> Answer.json(200, found).response());
    }

    @POST
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> create(Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        SentPrediction prediction = SentPredictions.one(sent);
        return idempotency
                .once(new Request(person.id(), "POST", PATH, key, sent),
                        () -> write.add(List.of(prediction), PredictionResource::requireTask, person.id())
                                .map(views -> Answer.json(201, views.get(0))))
                .map(Answer::response);
    }

    private static void requireTask(int place, @Nullable Long projectId) {
        if (projectId == null) {
            throw ProblemException.invalid("task", "There is no such task.");
        }
    }

    @GET
    @Path("/{id}")
    public Uni<Response> read(@RestPath long id) {
        return transactions.read(() -> read.one(id)).map(view -> Answer.json(200, view).response());
    }

    @PATCH
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long id, Fields sent) {
        Person person = caller.person();
        return transactions.write(() -> write.change(id, (task, present) -> changed(task, present, sent), person.id()))
                .map(view -> Answer.json(200, view).response());
    }

    private static PredictionContent changed(long task, PredictionContent present, Fields sent) {
        requireStays(task, sent);
        return SentPredictions.changed(present, sent);
    }

    /** As in Label Studio it takes a prediction as a whole; what it leaves out stays. */
    @PUT
    @Path("/{id}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> replace(@RestPath long id, Fields sent) {
        return change(id, sent);
    }

    private static void requireStays(long task, Fields sent) {
        if (sent.whole("task").filter(other -> other != task).isPresent()) {
            throw ProblemException.invalid("task",
                    "a prediction stays with its task, " + task + "; send a new one for another task");
        }
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> delete(@RestPath long id) {
        Person person = caller.person();
        return transactions.write(() -> write.delete(id, person.id())).replaceWithVoid();
    }
}
