package org.prefstream.annotation.submission;

import java.util.Objects;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Progress;
import org.prefstream.annotation.copies.ProgressQuery;
import org.prefstream.annotation.draft.SaveDraft;
import org.prefstream.annotation.draft.SaveDraft.About;
import org.prefstream.annotation.lease.Lease;
import org.prefstream.annotation.lease.Leases;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.kit.web.Idempotency.Request;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** The verdicts that the page submits for its leases, and what it keeps of them before. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class VerdictResource {

    private final Caller caller;
    private final StoreJudgements storeJudgements;
    private final ProgressQuery progress;
    private final Leases leases;
    private final ShownContents shownContents;
    private final SaveDraft saveDraft;
    private final Transactions transactions;

    VerdictResource(Caller caller, StoreJudgements storeJudgements, ProgressQuery progress, Leases leases,
            ShownContents shownContents, SaveDraft saveDraft, Transactions transactions) {
        this.caller = caller;
        this.storeJudgements = storeJudgements;
        this.progress = progress;
        this.leases = leases;
        this.shownContents = shownContents;
        this.saveDraft = saveDraft;
        this.transactions = transactions;
    }

    record Accepted(
            @JsonProperty("annotation_id") long annotationId,
            @JsonProperty("revision") long revision,
            @JsonProperty("progress") Progress progress) {
    }

    /** @param draftId null where nothing is kept any more, because the task is judged */
    record Kept(@JsonProperty("draft_id") @Nullable Long draftId) {
    }

    /** A repeated request gets the same annotation and revision. The progress beside it is always the present one. */
    @POST
    @Path("leases/{leaseId}/verdict")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Accepted> submit(@RestPath long leaseId, @RestHeader("Idempotency-Key") @Nullable String key,
            Fields sent) {
        Person person = caller.person();
        PageVerdict verdict = PageVerdict.of(sent);
        Request request = new Request(person.id(), "POST", "/api/leases/" + leaseId + "/verdict", key, sent);
        return storeJudgements.store(new LeaseVerdict(leaseId, person, verdict), request, sent)
                .map(answer -> Json.read(answer.body(), LeaseVerdict.Stored.class))
                .chain(stored -> progress.of(stored.projectId(), person.id())
                        .map(present -> new Accepted(stored.annotationId(), stored.revision(), present)));
    }

    /** Keeps what was answered so far instead of what was kept before; nothing once it is judged. */
    @PUT
    @Path("leases/{leaseId}/draft")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Kept> keep(@RestPath long leaseId, Fields sent) {
        Person person = caller.person();
        PageVerdict verdict = PageVerdict.of(sent);
        return transactions
                .write(() -> leases.requireLocked(leaseId, person.id(), verdict.token())
                        .invoke(lease -> lease.requireSeenBy(person))
                        .chain(lease -> lease.isSubmitted() ? Uni.createFrom().nullItem() : keep(lease, verdict)))
                .map(Kept::new);
    }

    private Uni<@Nullable Long> keep(Lease lease, PageVerdict verdict) {
        About about = new About(lease.taskId(), lease.projectId(), lease.annotator(), null);
        return shownContents.of(Set.of(lease.shownSha256()))
                .map(shown -> verdict.unfinished(Objects.requireNonNull(shown.get(lease.shownSha256())),
                        lease.shownOrder()))
                .chain(regions -> saveDraft.replace(about, lease.shownSha256(), regions, verdict.leadTime()));
    }
}
