package org.prefstream.task.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** What happened to a task, for owners and managers: it says what everybody answered. */
@Path("/api/tasks/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public class TaskHistoryResource {

    private final Caller caller;
    private final TaskHistory history;

    TaskHistoryResource(Caller caller, TaskHistory history) {
        this.caller = caller;
        this.history = history;
    }

    @GET
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    public Uni<String> read(@RestPath long id) {
        Person person = caller.person();
        return history.of(id, person).map(entries -> Json.write(new TaskHistoryViews.History(entries)));
    }
}
