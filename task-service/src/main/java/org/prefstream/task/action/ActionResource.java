package org.prefstream.task.action;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.action.ActionViews.Described;
import org.prefstream.task.action.ActionViews.Foreseen;
import org.prefstream.task.action.TaskAction.Asking;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.project.Projects;
import org.prefstream.task.task.ChosenTasks;
import org.prefstream.task.task.ChosenTasks.Counts;
import org.prefstream.task.task.SavedQueries;
import org.prefstream.task.task.SavedQueries.SavedQuery;
import org.prefstream.task.web.IdParameter;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** Actions on chosen tasks, as Label Studio's data manager asks for them. */
@Path("/api/dm/actions")
@Produces(MediaType.APPLICATION_JSON)
public class ActionResource {

    /** Label Studio's front end asks for the next task so; it is no action on chosen tasks, and annotators may. */
    private static final String NEXT = "next_task";

    private final Caller caller;
    private final Map<String, TaskAction> actions;
    private final UndoAction undo;
    private final ChosenTasks chosen;
    private final AsCaller annotations;
    private final SavedQueries views;
    private final Projects projects;
    private final Transactions transactions;
    private final AcrossServices across;

    ActionResource(Caller caller, Instance<TaskAction> actions, UndoAction undo, ChosenTasks chosen,
            AsCaller annotations, SavedQueries views, Projects projects, Transactions transactions,
            AcrossServices across) {
        this.caller = caller;
        this.actions = actions.stream()
                .collect(Collectors.toUnmodifiableMap(action -> action.described().id(), Function.identity()));
        this.undo = undo;
        this.chosen = chosen;
        this.annotations = annotations;
        this.views = views;
        this.projects = projects;
        this.transactions = transactions;
        this.across = across;
    }

    @GET
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<Response> list(@RestQuery @Nullable String project) {
        Person person = caller.person();
        long id = IdParameter.required("project", project);
        List<Described> all = actions.values()
                .stream()
                .map(TaskAction::described)
                .sorted(Comparator.comparing(Described::order))
                .toList();
        return transactions.read(() -> projects.require(id, person)).map(found -> Answer.json(200, all).response());
    }

    /** It is worked on by a thread of its own until it is done, whether its client waits or not. */
    @POST
    @Authenticated
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Response perform(@RestQuery @Nullable String id, @RestQuery @Nullable String project,
            @RestQuery @Nullable String view, Fields sent, HttpHeaders headers) {
        Asking asking = new Asking(sent, caller.person(), headers::getHeaderString);
        Optional<SavedQuery> saved = view(view, asking);
        long projectId = project(project, saved, asking);
        if (NEXT.equals(id)) {
            return next(projectId, asking);
        }
        if (!asking.person().manages()) {
            throw ProblemException.forbidden("Only owners and managers may do that with tasks.");
        }
        if (UndoAction.ID.equals(id)) {
            return Answer.json(200, undo.perform(projectId, asking)).response();
        }
        TaskAction action = actions.get(id == null ? "" : id);
        if (action == null) {
            throw ProblemException.invalid("id", "must be one of " + NEXT + ", " + UndoAction.ID + ", "
                    + String.join(", ", actions.keySet().stream().sorted().toList()));
        }
        Choice choice = Choice.of(projectId, sent, saved);
        across.annotationsOf(projectId).await().indefinitely();
        return sent.flag("dry_run").orElse(false)
                ? foreseen(action, choice, asking)
                : Answer.json(200, action.perform(choice, asking)).response();
    }

    private Response foreseen(TaskAction action, Choice choice, Asking asking) {
        action.check(choice, asking);
        Counts counts = action.foresee(choice, asking)
                .orElseGet(() -> chosen.counts(choice.projectId(), choice.query()));
        return Answer.json(200, Foreseen.of(counts)).response();
    }

    private Optional<SavedQuery> view(@Nullable String view, Asking asking) {
        return IdParameter.id("view", view)
                .or(() -> asking.sent().whole("view"))
                .filter(id -> id > 0)
                .map(id -> transactions.read(() -> views.of(id, asking.person())).await().indefinitely());
    }

    /** The query, the body and the view may each name the project, and must name the same. */
    private long project(@Nullable String project, Optional<SavedQuery> view, Asking asking) {
        List<Long> named = Stream
                .of(IdParameter.id("project", project), asking.sent().whole("project"), view.map(SavedQuery::projectId))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
        if (named.size() != 1) {
            throw ProblemException.invalid("project",
                    named.isEmpty()
                            ? "This parameter is required: a project's id."
                            : "The query, the body and the view name different projects; name one.");
        }
        transactions.read(() -> projects.require(named.get(0), asking.person())).await().indefinitely();
        return named.get(0);
    }

    private Response next(long project, Asking asking) {
        AsCaller.Response found = annotations.get("/api/projects/" + project + "/next", asking.header())
                .await()
                .indefinitely();
        return new Answer(found.status(), found.body()).response();
    }
}
