package org.prefstream.annotation.lease;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.annotation.lease.TryClaim.Tried;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.contract.TaskRecord;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.kit.security.Person;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.smallrye.mutiny.Uni;

/** Gives an annotator tasks to label: first those that they hold already, then new ones from the queue. */
@ApplicationScoped
public class ClaimTasks {

    /**
     * The most tasks that a person may hold at a time, in all projects together: the ten that the page has ahead, and two whose
     * verdicts are under way. What is kept for a journey does not count.
     */
    public static final int LIVE_LEASES_MAX = 12;
    /**
     * The most tasks that a person may hold for a journey offline, in all projects together: the forty that the page takes along,
     * and twenty whose verdicts are under way.
     */
    public static final int KEPT_LEASES_MAX = 60;
    /** The longest time for which tasks can be kept. */
    public static final Duration KEEP_MAX = Duration.ofHours(12);
    /** How long a claim waits for what other transactions hold. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(10);
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(200);

    private final TryClaim tryClaim;
    private final ExpireLeases expireLeases;
    private final TasksToCome tasksToCome;
    private final ReadBarrier barrier;

    ClaimTasks(TryClaim tryClaim, ExpireLeases expireLeases, TasksToCome tasksToCome, ReadBarrier barrier) {
        this.tryClaim = tryClaim;
        this.expireLeases = expireLeases;
        this.tasksToCome = tasksToCome;
        this.barrier = barrier;
    }

    /** How a client shows candidates: whether it takes the order that it is given. */
    public enum Display {
        /** The client shows them in the order of the lease's slots. */
        IN_SLOTS,
        /** The client shows them in data order, as Label Studio does. */
        IN_DATA_ORDER
    }

    /** A claimed task and what it shows. */
    public record Claimed(Lease lease, TaskRecord task, Shown shown) {
    }

    /**
     * {@return the person's live leases in a project, filled up with new ones as far as there are tasks}
     *
     * <p>Before it answers that there are none, it takes back the tasks of silent annotators, and waits until a task arrives or
     * everything that was acknowledged of the project has arrived here. While it waits, it asks task-service for tasks that are on
     * their way. It fails with a 503 that says what lags if that takes too long.
     *
     * @param count how many leases are wanted, from 1 to {@link #LIVE_LEASES_MAX}, or to {@link #KEPT_LEASES_MAX} if they are to be
     *        kept; no more are returned
     * @param keep for how long all of them are kept without a heartbeat, {@link #KEEP_MAX} at most. Then no more new ones are given
     *        than the person's share ({@link FairShare}). Null if they last as long as usual
     */
    public Uni<List<Claimed>> claim(ProjectRecord project, Person person, int count, Display display,
            @Nullable Duration keep) {
        Claim claim = new Claim(project, person, count, display, keep);
        return CallersContext.returning(fill(claim).chain(held -> held.isEmpty() ? afterExpiry(claim) : item(held))
                .chain(held -> held.isEmpty() ? afterArrivals(claim) : item(held)));
    }

    private Uni<List<Claimed>> afterExpiry(Claim claim) {
        return expireLeases.now().chain(freed -> freed > 0 ? fill(claim) : item(List.of()));
    }

    private Uni<List<Claimed>> afterArrivals(Claim claim) {
        return barrier.reachedOr(toLabel(claim), complete -> complete ? fill(claim) : afterAsking(claim),
                found -> !found.isEmpty());
    }

    private Uni<List<Claimed>> afterAsking(Claim claim) {
        return tasksToCome.bring(claim.projectId()).chain(() -> fill(claim));
    }

    /** Annotations that came with tasks take slots, so that imports are waited for too. */
    private static Scope toLabel(Claim claim) {
        return Scope.of(claim.projectId(), Topic.PROJECTS, Topic.TASKS, Topic.IMPORTS);
    }

    private Uni<List<Claimed>> fill(Claim claim) {
        return fill(claim, Deadline.in(PATIENCE), FIRST_PAUSE);
    }

    private Uni<List<Claimed>> fill(Claim claim, Deadline deadline, Duration pause) {
        return tryClaim.now(claim).chain(tried -> switch (tried.end()) {
            case ENOUGH, NOTHING_LEFT -> item(tried.claimed());
            case GO_ON -> fill(claim, deadline, FIRST_PAUSE);
            case HELD_UP -> deadline.isOver() || isContent(tried, pause)
                    ? heldUp(tried)
                    : Uni.createFrom()
                            .voidItem()
                            .onItem()
                            .delayIt()
                            .by(pause)
                            .chain(() -> fill(claim, deadline, longer(pause)));
        });
    }

    /** Who has something to label does not wait long for more. */
    private static boolean isContent(Tried tried, Duration pause) {
        return !tried.claimed().isEmpty() && pause.equals(LONGEST_PAUSE);
    }

    private static Duration longer(Duration pause) {
        return Collections.min(List.of(pause.multipliedBy(2), LONGEST_PAUSE));
    }

    private static Uni<List<Claimed>> heldUp(Tried tried) {
        return tried.claimed().isEmpty()
                ? Uni.createFrom()
                        .failure(new ProblemException(ProblemType.OVERLOADED,
                                "Somebody else holds all that is left all the while. Send this request again in a moment."))
                : item(tried.claimed());
    }

    private static Uni<List<Claimed>> item(List<Claimed> claimed) {
        return Uni.createFrom().item(claimed);
    }
}
