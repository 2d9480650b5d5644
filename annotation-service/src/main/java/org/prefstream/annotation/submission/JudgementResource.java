package org.prefstream.annotation.submission;

import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.receipt.OwnWork;
import org.prefstream.annotation.submission.JudgementViews.JudgementView;
import org.prefstream.annotation.submission.JudgementViews.ListedView;
import org.prefstream.annotation.submission.JudgementViews.PlacedView;
import org.prefstream.annotation.submission.OwnJudgements.Wanted;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Answer;
import org.prefstream.kit.web.Idempotency.Request;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** What the caller has judged so far, as the page shows it again and lets it be changed. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class JudgementResource {

    private final Caller caller;
    private final Projects projects;
    private final OwnJudgements own;
    private final JudgementViews views;
    private final OwnWork ownWork;
    private final StoreJudgements storeJudgements;
    private final Transactions transactions;

    JudgementResource(Caller caller, Projects projects, OwnJudgements own, JudgementViews views, OwnWork ownWork,
            StoreJudgements storeJudgements, Transactions transactions) {
        this.caller = caller;
        this.projects = projects;
        this.own = own;
        this.views = views;
        this.ownWork = ownWork;
        this.storeJudgements = storeJudgements;
        this.transactions = transactions;
    }

    /** @param next what {@code before} is for the judgements that follow; null where these are the last */
    record Page(@JsonProperty("judgements") List<ListedView> judgements, @JsonProperty("next") @Nullable Long next) {
    }

    /** {@return the caller's judgements in a project, the newest first} */
    @GET
    @Path("projects/{projectId}/judgements")
    public Uni<Page> list(@RestPath long projectId, @RestQuery @Nullable String before,
            @RestQuery @Nullable String limit, @RestQuery @Nullable String search) {
        Person person = caller.person();
        Wanted wanted = Wanted.of(before, limit, search);
        return projects.visible(projectId, person)
                .chain(project -> transactions
                        .read(() -> own.list(projectId, person.id(), wanted).chain(views::listed)))
                .map(found -> new Page(found, wanted.next(found.stream().map(ListedView::annotationId).toList())));
    }

    /** A page of judgements in several projects. */
    record PageOfAll(
            @JsonProperty("judgements") List<PlacedView> judgements,
            @JsonProperty("next") @Nullable Long next) {
    }

    /** {@return the caller's judgements in all projects that the caller may see, the newest first} */
    @GET
    @Path("judgements")
    public Uni<PageOfAll> listAll(@RestQuery @Nullable String before, @RestQuery @Nullable String limit) {
        Person person = caller.person();
        Wanted wanted = Wanted.of(before, limit, null);
        return transactions.read(() -> own.everywhere(person, wanted).chain(views::placed))
                .map(found -> new PageOfAll(found,
                        wanted.next(found.stream().map(one -> one.judgement().annotationId()).toList())));
    }

    /** {@return a receipt of the caller's recent work in a project, and which side the caller prefers} */
    @GET
    @Path("projects/{projectId}/judgements/summary")
    public Uni<OwnWork.Summary> summary(@RestPath long projectId) {
        Person person = caller.person();
        return projects.visible(projectId, person).chain(project -> ownWork.of(projectId, person.id()));
    }

    /** {@return one of them with what was shown} */
    @GET
    @Path("judgements/{annotationId}")
    public Uni<JudgementView> read(@RestPath long annotationId) {
        Person person = caller.person();
        return transactions.read(() -> own.require(annotationId, person))
                .chain(annotation -> projects.visible(annotation.projectId(), person)
                        .chain(project -> transactions.read(() -> views.of(annotation, project))));
    }

    /** Judges the same again, by the same places. A repeated request gets the same revision. */
    @PUT
    @Path("judgements/{annotationId}")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Response> change(@RestPath long annotationId, @RestHeader("Idempotency-Key") @Nullable String key,
            Fields sent) {
        Person person = caller.person();
        Amendment amendment = new Amendment(annotationId, person, PageVerdict.again(sent));
        Request request = new Request(person.id(), "PUT", "/api/judgements/" + annotationId, key, sent);
        return storeJudgements.store(amendment, request, sent).map(Answer::response);
    }
}
