package org.prefstream.annotation.submission;

import java.util.List;

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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Flags;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.AnnotationView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Annotations as Label Studio's clients submit, read, change and delete them. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class AnnotationResource {

    private final Caller caller;
    private final Tasks tasks;
    private final Arrived arrived;
    private final Annotations annotations;
    private final StoreJudgements storeJudgements;
    private final DeleteAnnotation deleteAnnotation;
    private final AnnotationViews views;
    private final Transactions transactions;
    private final ReadBarrier barrier;

    AnnotationResource(Caller caller, Tasks tasks, Arrived arrived, Annotations annotations,
            StoreJudgements storeJudgements, DeleteAnnotation deleteAnnotation, AnnotationViews views,
            Transactions transactions, ReadBarrier barrier) {
        this.caller = caller;
        this.tasks = tasks;
        this.arrived = arrived;
        this.annotations = annotations;
        this.storeJudgements = storeJudgements;
        this.deleteAnnotation = deleteAnnotation;
        this.views = views;
        this.transactions = transactions;
        this.barrier = barrier;
    }

    @POST
    @Path("tasks/{taskId}/annotations")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> submit(@RestPath long taskId, @RestQuery("was_cancelled") @Nullable String wasCancelled,
            @RestHeader("Idempotency-Key") @Nullable String key, Fields fields) {
        Person person = caller.person();
        Submission submission = Submission.of(taskId, person, fields, Flags.isYes(wasCancelled));
        Request request = new Request(person.id(), "POST", "/api/tasks/" + taskId + "/annotations", key, fields);
        return storeJudgements.store(submission, request, fields)
                .onFailure(NotKnownHere.class)
                .recoverWithUni(() -> arrived.bring(taskId, person)
                        .chain(() -> storeJudgements.store(submission, request, fields)))
                .onFailure(NotKnownHere.class)
                .transform(gone -> ProblemException.notFound("No Task matches the given query."))
                .map(Answer::response);
    }

    @GET
    @Path("tasks/{taskId}/annotations")
    public Uni<List<AnnotationView>> ofTask(@RestPath long taskId) {
        Person person = caller.person();
        return tasks.visible(taskId, person)
                .chain(task -> barrier.reached(Scope.of(task.projectId(), Topic.IMPORTS)))
                .chain(() -> transactions.read(() -> annotations.ofTask(taskId)
                        .map(found -> found.stream().filter(annotation -> maySee(annotation, person)).toList())
                        .chain(views::of)));
    }

    @GET
    @Path("annotations/{annotationId}")
    public Uni<AnnotationView> read(@RestPath long annotationId) {
        Person person = caller.person();
        return transactions.read(() -> annotations.require(annotationId)
                .invoke(annotation -> requireMaySee(annotation, person))
                .chain(annotation -> views.of(annotation, person)));
    }

    @PATCH
    @Path("annotations/{annotationId}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> patch(@RestPath long annotationId, @RestHeader("Idempotency-Key") @Nullable String key,
            Fields fields) {
        return edit("PATCH", annotationId, key, fields);
    }

    @PUT
    @Path("annotations/{annotationId}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> put(@RestPath long annotationId, @RestHeader("Idempotency-Key") @Nullable String key,
            Fields fields) {
        return edit("PUT", annotationId, key, fields);
    }

    private Uni<Response> edit(String method, long annotationId, @Nullable String key, Fields fields) {
        Person person = caller.person();
        Request request = new Request(person.id(), method, "/api/annotations/" + annotationId, key, fields);
        return storeJudgements.store(
                new AnnotationEdit(annotationId, person, AnnotationEdit.patch(fields), Submission.draftId(fields)),
                request, fields).map(Answer::response);
    }

    @DELETE
    @Path("annotations/{annotationId}")
    public Uni<RestResponse<Void>> delete(@RestPath long annotationId) {
        Person person = caller.person();
        return transactions.write(() -> deleteAnnotation.delete(annotationId, person))
                .map(done -> RestResponse.noContent());
    }

    /** Annotators judge independently, so each sees only their own annotations. */
    private static boolean maySee(Annotation annotation, Person person) {
        return person.manages() || annotation.completedBy() == person.id();
    }

    private static void requireMaySee(Annotation annotation, Person person) {
        if (!person.sees(annotation.projectId()) || !maySee(annotation, person)) {
            throw ProblemException.notFound("No Annotation matches the given query.");
        }
    }
}
