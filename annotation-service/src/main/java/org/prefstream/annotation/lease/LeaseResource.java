package org.prefstream.annotation.lease;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.copies.Progress;
import org.prefstream.annotation.copies.ProgressQuery;
import org.prefstream.annotation.copies.Projects;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.draft.Drafts;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.security.Caller;
import org.prefstream.kit.security.Person;
import org.prefstream.kit.web.Fields;
import org.prefstream.labelstudio.error.ProblemException;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;

/** An annotator's leases: claims tasks, extends leases, hands tasks back. */
@Path("/api")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class LeaseResource {

    /** The page may name more than a person can hold: verdicts on their way, and what was taken along. */
    private static final int KNOWN_MAX = 200;

    private final Caller caller;
    private final Projects projects;
    private final ClaimTasks claimTasks;
    private final Leases leases;
    private final Slots slots;
    private final Drafts drafts;
    private final ProgressQuery progress;
    private final Transactions transactions;
    private final LeaseConfig config;
    private final Clock clock;

    LeaseResource(Caller caller, Projects projects, ClaimTasks claimTasks, Leases leases, Slots slots, Drafts drafts,
            ProgressQuery progress, Transactions transactions, LeaseConfig config, Clock clock) {
        this.caller = caller;
        this.projects = projects;
        this.claimTasks = claimTasks;
        this.leases = leases;
        this.slots = slots;
        this.drafts = drafts;
        this.progress = progress;
        this.transactions = transactions;
        this.config = config;
        this.clock = clock;
    }

    /**
     * What a person holds in a project.
     *
     * @param leases those that the page does not have yet
     * @param known those that it has, the tasks left out: they may be long
     * @param layout how the project's configuration shows and asks; null where that is not known
     * @param guidelinesVersion the version of the project's guidelines that is in force, so that the page notices a new one
     */
    record Claims(
            @JsonProperty("leases") List<LeaseView> leases,
            @JsonProperty("known") List<KnownLease> known,
            @JsonProperty("layout") @Nullable LayoutView layout,
            @JsonProperty("progress") Progress progress,
            @JsonProperty("guidelines_version") int guidelinesVersion) {
    }

    record KnownLease(@JsonProperty("id") String id, @JsonProperty("expires_at") Instant expiresAt) {
    }

    record Extended(@JsonProperty("expires_at") Instant expiresAt) {
    }

    @POST
    @Path("projects/{projectId}/leases")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Claims> claim(@RestPath long projectId, Fields sent) {
        Person person = caller.person();
        Duration keep = sent.whole("keep_seconds", 1, ClaimTasks.KEEP_MAX.toSeconds())
                .map(Duration::ofSeconds)
                .orElse(null);
        int count = count(sent, keep == null ? ClaimTasks.LIVE_LEASES_MAX : ClaimTasks.KEPT_LEASES_MAX);
        Set<String> known = Set.copyOf(sent.texts("known", KNOWN_MAX));
        return projects.visible(projectId, person)
                .chain(project -> claimTasks.claim(project, person, count, Display.IN_SLOTS, keep)
                        .chain(claimed -> claims(project, claimed, known, person)));
    }

    private Uni<Claims> claims(ProjectRecord project, List<Claimed> claimed, Set<String> known, Person person) {
        List<Claimed> fresh = claimed.stream().filter(claim -> !known.contains(idOf(claim))).toList();
        List<KnownLease> had = claimed.stream()
                .filter(claim -> known.contains(idOf(claim)))
                .map(claim -> new KnownLease(idOf(claim), claim.lease().expiresAt()))
                .toList();
        return views(project, fresh, person).chain(views -> progress.of(project.projectId(), person.id())
                .map(present -> new Claims(views, had, LayoutView.of(project.asks()), present, project.guidelines())));
    }

    private Uni<List<LeaseView>> views(ProjectRecord project, List<Claimed> claimed, Person person) {
        List<Long> tasks = claimed.stream().map(claim -> claim.lease().taskId()).toList();
        return transactions.read(() -> drafts.begun(tasks, person))
                .map(begun -> claimed.stream()
                        .map(claim -> LeaseView.of(claim, project, config, begun.get(claim.lease().taskId())))
                        .toList());
    }

    @POST
    @Path("leases/{leaseId}/heartbeat")
    @Consumes({MediaType.APPLICATION_JSON, MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA})
    public Uni<Extended> extend(@RestPath long leaseId, Fields sent) {
        Person person = caller.person();
        long token = token(sent);
        return transactions.write(() -> leases.requireLocked(leaseId, person.id(), token)
                .invoke(lease -> lease.requireSeenBy(person))
                .map(lease -> lease.extend(clock.instant(), config.length()))).map(Extended::new);
    }

    @DELETE
    @Path("leases/{leaseId}")
    public Uni<RestResponse<Void>> handBack(@RestPath long leaseId, @RestQuery @Nullable String token) {
        Person person = caller.person();
        long given = token(Fields.ofForm(token == null ? Map.of() : Map.of("token", token)));
        return transactions.write(() -> leases.requireLocked(leaseId, person.id(), given)
                .invoke(lease -> lease.requireSeenBy(person))
                .invoke(Lease::handBack)
                .chain(lease -> slots.recount(lease.taskId()))).map(done -> RestResponse.noContent());
    }

    private static String idOf(Claimed claim) {
        return Long.toString(claim.lease().id());
    }

    private static int count(Fields fields, int most) {
        long count = fields.whole("count").orElse(1L);
        if (count < 1 || count > most) {
            throw ProblemException.invalid("count", "must be 1 to " + most);
        }
        return (int) count;
    }

    private static long token(Fields sent) {
        return sent.whole("token")
                .orElseThrow(() -> ProblemException.invalid("token", "is missing; it came with the lease"));
    }
}
