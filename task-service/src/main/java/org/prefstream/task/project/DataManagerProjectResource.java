package org.prefstream.task.project;

import java.util.Map;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.json.Json;
import org.prefstream.task.web.IdParameter;

import io.smallrye.mutiny.Uni;

/** A project as Label Studio's data manager asks for it: the project, and what may be done with its tasks. */
@Path("/api/dm/project")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class DataManagerProjectResource {

    private final Caller caller;
    private final ReadProjects read;
    private final Transactions transactions;
    private final AcrossServices across;

    DataManagerProjectResource(Caller caller, ReadProjects read, Transactions transactions, AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.transactions = transactions;
        this.across = across;
    }

    @GET
    public Uni<Response> read(@RestQuery @Nullable String project) {
        Person person = caller.person();
        long id = IdParameter.required("project", project);
        return across.annotationsOf(id)
                .chain(() -> transactions.read(() -> read.one(id, person)))
                .map(view -> Answer.json(200, state(view)).response());
    }

    private static Map<String, Object> state(Object view) {
        Map<String, Object> state = Json.readObject(Json.write(view));
        state.put("can_delete_tasks", true);
        state.put("can_manage_annotations", true);
        state.put("can_manage_tasks", true);
        state.put("source_syncing", false);
        state.put("target_syncing", false);
        state.put("task_count", state.getOrDefault("task_number", 0));
        state.put("annotation_count", state.getOrDefault("total_annotations_number", 0));
        return state;
    }
}
