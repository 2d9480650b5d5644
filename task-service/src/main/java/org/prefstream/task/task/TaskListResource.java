package org.prefstream.task.task;

import java.util.Optional;
import java.util.function.Function;

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
import org.prefstream.task.project.AcrossServices;
import org.prefstream.task.task.ReadTasks.Extent;
import org.prefstream.task.task.SavedQueries.SavedQuery;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** Lists of tasks, as Label Studio's data manager asks for them. */
@Path("/api/tasks")
@Produces(MediaType.APPLICATION_JSON)
public class TaskListResource {

    private static final int PAGE_SIZE = 100;

    private final Caller caller;
    private final AskedTasks tasks;
    private final ReadTasks read;
    private final Transactions transactions;
    private final AcrossServices across;

    TaskListResource(Caller caller, AskedTasks tasks, ReadTasks read, Transactions transactions,
            AcrossServices across) {
        this.caller = caller;
        this.tasks = tasks;
        this.read = read;
        this.transactions = transactions;
        this.across = across;
    }

    /**
     * A page of tasks, or a piece of the list that goes on from a place.
     *
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
        PageRequest asked = PageRequest.of(page, pageSize, PAGE_SIZE);
        Extent extent = "id".equals(include) ? Extent.ID : "all".equals(fields) ? Extent.ALL : Extent.TASK;
        boolean annotated = Flags.isYes(onlyAnnotated);
        return read(tasks.of(project, view, query, person), which -> {
            TaskQuery selection = TaskQuery.of(which.projectId(), which.query(), annotated);
            return after == null
                    ? read.page(which.projectId(), selection, asked, extent, person)
                    : read.run(which.projectId(), selection, after, asked.size(), extent, person);
        });
    }

    /** How much a query selects. */
    @GET
    @Path("totals")
    @Authenticated
    public Uni<Response> totals(@RestQuery @Nullable String project, @RestQuery @Nullable String query,
            @RestQuery @Nullable String view, @RestQuery("only_annotated") @Nullable String onlyAnnotated) {
        Person person = caller.person();
        boolean annotated = Flags.isYes(onlyAnnotated);
        return read(tasks.of(project, view, query, person), which -> read.totals(which.projectId(),
                TaskQuery.of(which.projectId(), which.query(), annotated), person));
    }

    private Uni<Response> read(Uni<Optional<SavedQuery>> asked, Function<SavedQuery, Uni<?>> reading) {
        return asked.chain(found -> found.map(which -> read(which, reading)).orElseGet(TaskListResource::nothing));
    }

    private Uni<Response> read(SavedQuery which, Function<SavedQuery, Uni<?>> reading) {
        return across.annotationsOf(which.projectId())
                .chain(() -> transactions.read(() -> reading.apply(which)))
                .map(found -> Answer.json(200, found).response());
    }

    /** Label Studio answers this one case with a bare body. */
    private static Uni<Response> nothing() {
        return Uni.createFrom()
                .item(Response.status(404).entity(new Nothing("Neither project nor view id specified")).build());
    }

    /** The answer to somebody who does not say which tasks to list. */
    record Nothing(@JsonProperty("detail") String detail) {
    }
}
