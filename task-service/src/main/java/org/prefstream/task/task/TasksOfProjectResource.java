package org.prefstream.task.task;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.task.project.AcrossServices;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** All tasks of one project: a plain list of them, and their deletion. */
@Path("/api/projects/{id}/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TasksOfProjectResource {

    private static final int PAGE_SIZE = 100;

    private final Caller caller;
    private final ReadTasks read;
    private final DeleteTasks deleteTasks;
    private final Transactions transactions;
    private final AcrossServices across;

    TasksOfProjectResource(Caller caller, ReadTasks read, DeleteTasks deleteTasks, Transactions transactions,
            AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.deleteTasks = deleteTasks;
        this.transactions = transactions;
        this.across = across;
    }

    @GET
    @Authenticated
    public Uni<Response> list(@RestPath long id, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize) {
        Person person = caller.person();
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        return across.annotationsOf(id)
                .chain(() -> transactions.read(() -> read.plainPage(id, asked, person)))
                .map(found -> Answer.json(200, found).response());
    }

    @DELETE
    @RolesAllowed({Roles.OWNER, Roles.MANAGER})
    @Blocking
    public void deleteAll(@RestPath long id) {
        deleteTasks.ofProject(id);
        across.known(id, Topic.TASKS).await().indefinitely();
    }
}
