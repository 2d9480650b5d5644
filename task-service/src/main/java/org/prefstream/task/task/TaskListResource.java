package org.prefstream.task.task;

import java.util.function.Supplier;

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
import org.prefstream.kit.web.Flags;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.PageRequest;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ReadTasks.Extent;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Lists of tasks, as Label Studio's data manager asks for them. */
@Path("/api/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskListResource {

    private static final int PAGE_SIZE = 100;

    private final Caller caller;
    private final ReadTasks read;
    private final Transactions transactions;
    private final AcrossServices across;

    TaskListResource(Caller caller, ReadTasks read, Transactions transactions, AcrossServices across) {
        this.caller = caller;
        this.read = read;
        this.transactions = transactions;
        this.across = across;
    }

    /**
     * @param after where to go on: what the answer before gave as {@code next}, or {@code start}. Such an answer costs the
     *        same however far it is, and has no totals
     */
    @GET
    @Authenticated
    public Uni<Response> list(@RestQuery @Nullable String project, @RestQuery @Nullable String page,
            @RestQuery("page_size") @Nullable String pageSize, @RestQuery @Nullable String after,
            @RestQuery @Nullable String fields, @RestQuery @Nullable String include, @RestQuery @Nullable String query,
            @RestQuery @Nullable String view, @RestQuery("only_annotated") @Nullable String onlyAnnotated) {
        Person person = caller.person();
        if (view != null && !view.isBlank()) {
            throw ProblemException.invalid("view", "saved views are not supported yet; leave it out");
        }
        if (project == null || project.isBlank()) {
            // Label Studio answers this one case with a bare body
            return Uni.createFrom()
                    .item(Response.status(404).entity(new Nothing("Neither project nor view id specified")).build());
        }
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        long projectId = number(project);
        TaskQuery selection = TaskQuery.of(projectId, query, Flags.isYes(onlyAnnotated));
        Extent extent = "id".equals(include) ? Extent.ID : "all".equals(fields) ? Extent.ALL : Extent.TASK;
        return read(projectId,
                () -> after == null
                        ? read.page(projectId, selection, asked, extent, person)
                        : read.run(projectId, selection, after, asked.size(), extent, person));
    }

    /** How much a query selects. */
    @GET
    @Path("totals")
    @Authenticated
    public Uni<Response> totals(@RestQuery @Nullable String project, @RestQuery @Nullable String query,
            @RestQuery("only_annotated") @Nullable String onlyAnnotated) {
        Person person = caller.person();
        long projectId = number(project == null ? "" : project);
        TaskQuery selection = TaskQuery.of(projectId, query, Flags.isYes(onlyAnnotated));
        return read(projectId, () -> read.totals(projectId, selection, person));
    }

    private Uni<Response> read(long projectId, Supplier<Uni<?>> reading) {
        return across.annotationsOf(projectId)
                .chain(() -> transactions.read(() -> reading.get()))
                .map(found -> Answer.json(200, found).response());
    }

    /** The answer to somebody who does not say which tasks to list. */
    record Nothing(@JsonProperty("detail") String detail) {
    }

    private static long number(String project) {
        if (!project.matches("[0-9]{1,18}")) {
            throw ProblemException.invalid("project", "must be a project's id");
        }
        return Long.parseLong(project);
    }
}
