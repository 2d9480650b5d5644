package org.prefstream.task.generation;

import java.util.List;
import java.util.Optional;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.security.Roles;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.task.generation.SettingsTable.Stored;
import org.prefstream.task.project.Project;
import org.prefstream.task.project.Projects;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;

/** How a project has its answers given, or judged: {@code kind} of the query says which. The key goes in and never comes out. */
@Path("/api/projects/{id}/generation")
@RolesAllowed({Roles.OWNER, Roles.MANAGER})
@Produces(MediaType.APPLICATION_JSON)
public class GenerationSettingsResource {

    private final Caller caller;
    private final Projects projects;
    private final SettingsTable table;
    private final WriteSettings write;
    private final TryModels tryModels;
    private final SealedKeys keys;
    private final Transactions transactions;

    GenerationSettingsResource(Caller caller, Projects projects, SettingsTable table, WriteSettings write,
            TryModels tryModels, SealedKeys keys, Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.table = table;
        this.write = write;
        this.tryModels = tryModels;
        this.keys = keys;
        this.transactions = transactions;
    }

    /**
     * What is set.
     *
     * @param baseUrl empty before anything was set
     * @param hasKey whether a key is stored
     * @param canKeepKey whether the operator has given a secret to encrypt keys with
     * @param criterion by what a judge prefers an answer; empty for the guidelines
     * @param version the model version of a judge's predictions, as it is told now; empty for answers
     * @param fields where answers go, or what is compared, from the labeling configuration
     * @param problem why that cannot be done; null if it can
     * @param awaiting how many tasks miss answers, or a verdict of this version
     */
    record View(
            @JsonProperty("kind") RunKind kind,
            @JsonProperty("enabled") boolean enabled,
            @JsonProperty("base_url") String baseUrl,
            @JsonProperty("has_key") boolean hasKey,
            @JsonProperty("can_keep_key") boolean canKeepKey,
            @JsonProperty("sources") List<Source> sources,
            @JsonProperty("answers_per_prompt") int answersPerPrompt,
            @JsonProperty("concurrency") int concurrency,
            @JsonProperty("requests_per_minute") @Nullable Integer requestsPerMinute,
            @JsonProperty("criterion") String criterion,
            @JsonProperty("model_version") String version,
            @JsonProperty("fields") List<String> fields,
            @JsonProperty("problem") @Nullable String problem,
            @JsonProperty("awaiting") long awaiting) {

        View with(long counted) {
            return new View(kind, enabled, baseUrl, hasKey, canKeepKey, sources, answersPerPrompt, concurrency,
                    requestsPerMinute, criterion, version, fields, problem, counted);
        }
    }

    @GET
    public Uni<Response> read(@RestPath long id, @RestQuery("kind") @Nullable String queried) {
        Person person = caller.person();
        RunKind kind = RunKind.of(queried);
        return transactions
                .read(() -> projects.require(id, person)
                        .chain(project -> table.of(id, kind).chain(stored -> view(project, kind, stored))))
                .map(view -> Answer.json(200, view).response());
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    public Uni<Response> put(@RestPath long id, @RestQuery("kind") @Nullable String queried, Fields sent) {
        Person person = caller.person();
        RunKind kind = RunKind.of(queried);
        return transactions.write(() -> write.put(id, kind, sent, person.id())).chain(() -> read(id, queried));
    }

    /** Asks each model a tiny question: those that were sent, or else those that are set. Nothing is stored. */
    @POST
    @Path("/test")
    @Blocking
    @Consumes(MediaType.APPLICATION_JSON)
    public Response test(@RestPath long id, @RestQuery("kind") @Nullable String queried, Fields sent)
            throws InterruptedException {
        Person person = caller.person();
        RunKind kind = RunKind.of(queried);
        Optional<Stored> stored = transactions
                .read(() -> projects.require(id, person).chain(project -> table.of(id, kind)))
                .await()
                .indefinitely();
        GenerationSettings settings = sent.members().isEmpty()
                ? stored.map(Stored::settings)
                        .orElseThrow(() -> ProblemException.invalid("base_url", "This field is required."))
                : GenerationSettings.of(kind, sent);
        return Answer.json(200, tryModels.now(id, settings, sent, stored)).response();
    }

    private Uni<View> view(Project project, RunKind kind, Optional<Stored> stored) {
        GenerationSettings set = stored.map(Stored::settings)
                .orElseGet(() -> GenerationSettings.none(kind, project.spec()));
        String version = kind == RunKind.ANSWERS || stored.isEmpty()
                ? ""
                : set.judgingBy(project.guidelines()).version();
        List<String> fields = List.of();
        String problem = null;
        try {
            fields = kind == RunKind.ANSWERS
                    ? AnswerPlaces.of(project.spec(), set.answersPerPrompt()).keys()
                    : JudgedPair.of(project.spec()).names();
        } catch (ProblemException refused) {
            problem = refused.detail();
        }
        View view = new View(kind, set.enabled(), set.baseUrl(), stored.map(Stored::apiKey).isPresent(), keys.canKeep(),
                set.sources(), set.answersPerPrompt(), set.concurrency(), set.requestsPerMinute(), set.criterion(),
                version, fields, problem, 0);
        return table.awaiting(project.id(), kind, version).map(view::with);
    }
}
