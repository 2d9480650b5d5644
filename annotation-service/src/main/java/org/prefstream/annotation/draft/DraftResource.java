package org.prefstream.annotation.draft;

import java.time.Clock;
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

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.draft.SaveDraft.About;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.view.DraftView;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Drafts as Label Studio's clients write, read and delete them. Everybody has their own, and sees no others. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class DraftResource {

    private static final String IS_OF_TASK = """
            select exists (select 1 from annotation where id = $1 and task_id = $2 and (completed_by = $3 or $4))
            """;

    private final Caller caller;
    private final Tasks tasks;
    private final Drafts drafts;
    private final SaveDraft saveDraft;
    private final Transactions transactions;
    private final Clock clock;

    DraftResource(Caller caller, Tasks tasks, Drafts drafts, SaveDraft saveDraft, Transactions transactions,
            Clock clock) {
        this.caller = caller;
        this.tasks = tasks;
        this.drafts = drafts;
        this.saveDraft = saveDraft;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GET
    @Path("tasks/{taskId}/drafts")
    public Uni<List<DraftView>> ofTask(@RestPath long taskId) {
        return list(taskId, null);
    }

    @GET
    @Path("tasks/{taskId}/annotations/{annotationId}/drafts")
    public Uni<List<DraftView>> ofAnnotation(@RestPath long taskId, @RestPath long annotationId) {
        return list(taskId, annotationId);
    }

    private Uni<List<DraftView>> list(long taskId, @Nullable Long annotationId) {
        Person person = caller.person();
        return tasks.visible(taskId, person)
                .chain(task -> transactions.read(() -> drafts.of(taskId, annotationId, person)))
                .map(found -> found.stream().map(draft -> draft.view(person, clock.instant())).toList());
    }

    @POST
    @Path("tasks/{taskId}/drafts")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<RestResponse<DraftView>> begin(@RestPath long taskId, Fields sent) {
        return add(taskId, null, sent);
    }

    @POST
    @Path("tasks/{taskId}/annotations/{annotationId}/drafts")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<RestResponse<DraftView>> beginChange(@RestPath long taskId, @RestPath long annotationId, Fields sent) {
        return add(taskId, annotationId, sent);
    }

    private Uni<RestResponse<DraftView>> add(long taskId, @Nullable Long annotationId, Fields sent) {
        Person person = caller.person();
        Unfinished work = Unfinished.of(sent);
        return tasks.visible(taskId, person)
                .chain(task -> transactions.write(() -> requireMayChange(taskId, annotationId, person).chain(
                        () -> saveDraft.add(new About(taskId, task.projectId(), person.id(), annotationId), work))))
                .map(draft -> RestResponse.status(RestResponse.Status.CREATED, draft.view(person, clock.instant())));
    }

    private static Uni<Void> requireMayChange(long taskId, @Nullable Long annotationId, Person person) {
        if (annotationId == null) {
            return Uni.createFrom().voidItem();
        }
        return SessionStatements.row(IS_OF_TASK, annotationId, taskId, person.id(), person.manages()).invoke(row -> {
            if (!Boolean.TRUE.equals(row[0])) {
                throw ProblemException.notFound("No Annotation matches the given query.");
            }
        }).replaceWithVoid();
    }

    @GET
    @Path("drafts/{draftId}")
    public Uni<DraftView> read(@RestPath long draftId) {
        Person person = caller.person();
        return transactions.read(() -> drafts.require(draftId, person))
                .map(draft -> draft.view(person, clock.instant()));
    }

    @PATCH
    @Path("drafts/{draftId}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<DraftView> patch(@RestPath long draftId, Fields sent) {
        return change(draftId, sent);
    }

    @PUT
    @Path("drafts/{draftId}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<DraftView> put(@RestPath long draftId, Fields sent) {
        return change(draftId, sent);
    }

    private Uni<DraftView> change(long draftId, Fields sent) {
        Person person = caller.person();
        return transactions.write(() -> drafts.require(draftId, person)
                .invoke(draft -> draft.take(draft.work().with(sent), clock.instant()))
                .map(draft -> draft.view(person, clock.instant())));
    }

    @DELETE
    @Path("drafts/{draftId}")
    public Uni<RestResponse<Void>> delete(@RestPath long draftId) {
        Person person = caller.person();
        return transactions.write(() -> drafts.require(draftId, person).chain(drafts::delete))
                .map(done -> RestResponse.noContent());
    }
}
