package org.prefstream.task.generation;

import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.project.Projects;

import io.smallrye.mutiny.Uni;

/** Runs that give tasks their answers, or a judge model's verdicts. */
@Path("/api/projects/{id}")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class GenerationResource {

    private static final int IDS_MAX = 10_000;

    private final Caller caller;
    private final Projects projects;
    private final Generations generations;
    private final Idempotency idempotency;
    private final Transactions transactions;

    GenerationResource(Caller caller, Projects projects, Generations generations, Idempotency idempotency,
            Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.generations = generations;
        this.idempotency = idempotency;
        this.transactions = transactions;
    }

    @POST
    @Path("/generate")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> generate(@RestPath long id, Fields sent, @RestHeader("Idempotency-Key") @Nullable String key) {
        Person person = caller.person();
        List<Long> ids = ids(sent);
        RunKind kind = RunKind.of(sent);
        return idempotency
                .once(new Request(person.id(), "POST", "/api/projects/" + id + "/generate", key, sent),
                        () -> generations.begin(id, kind, ids, person.id()).map(run -> Answer.json(202, run)))
                .map(Answer::response);
    }

    @GET
    @Path("/generations")
    public Uni<Response> list(@RestPath long id, @RestQuery("kind") @Nullable String queried) {
        Person person = caller.person();
        RunKind kind = queried == null ? null : RunKind.of(queried);
        return transactions.read(() -> projects.require(id, person).chain(project -> generations.list(id, kind)))
                .map(runs -> Answer.json(200, runs).response());
    }

    @GET
    @Path("/generations/{run}")
    public Uni<Response> read(@RestPath long id, @RestPath long run) {
        Person person = caller.person();
        return transactions.read(() -> projects.require(id, person).chain(project -> generations.one(id, run)))
                .map(found -> Answer.json(200, found).response());
    }

    @POST
    @Path("/generations/{run}/cancel")
    public Uni<Response> cancel(@RestPath long id, @RestPath long run) {
        Person person = caller.person();
        return transactions.write(() -> projects.require(id, person).chain(project -> generations.cancel(id, run)))
                .map(found -> Answer.json(200, found).response());
    }

    @POST
    @Path("/generations/{run}/resume")
    public Uni<Response> resume(@RestPath long id, @RestPath long run) {
        return transactions.write(() -> generations.resume(id, run)).map(found -> Answer.json(202, found).response());
    }

    private static List<Long> ids(Fields sent) {
        Object ids = sent.json("ids").orElse(List.of());
        if (ids instanceof List<?> list && list.size() <= IDS_MAX
                && list.stream().allMatch(one -> one instanceof Integer || one instanceof Long)) {
            return list.stream().map(one -> ((Number) one).longValue()).distinct().toList();
        }
        throw ProblemException.invalid("ids", "Must be a list of ids of tasks, " + IDS_MAX + " at most.");
    }
}
