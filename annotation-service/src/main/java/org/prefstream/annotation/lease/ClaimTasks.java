package org.prefstream.annotation.lease;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Membership;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.copies.TaskCopy;
import org.prefstream.annotation.copies.Tasks;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.ProjectRecord;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.security.Person;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/** Gives an annotator tasks to label: first those that they hold already, then new ones from the queue. */
@ApplicationScoped
public class ClaimTasks {

    /** The most tasks that a person may hold at a time, in all projects together. */
    public static final int LIVE_LEASES_MAX = 3;

    private final Transactions transactions;
    private final Membership membership;
    private final Leases leases;
    private final Queue queue;
    private final Tasks tasks;
    private final Slots slots;
    private final ShownContents shownContents;
    private final ExpireLeases expireLeases;
    private final ReadBarrier barrier;
    private final LeaseConfig config;
    private final Clock clock;

    ClaimTasks(Transactions transactions, Membership membership, Leases leases, Queue queue, Tasks tasks, Slots slots,
            ShownContents shownContents, ExpireLeases expireLeases, ReadBarrier barrier, LeaseConfig config,
            Clock clock) {
        this.transactions = transactions;
        this.membership = membership;
        this.leases = leases;
        this.queue = queue;
        this.tasks = tasks;
        this.slots = slots;
        this.shownContents = shownContents;
        this.expireLeases = expireLeases;
        this.barrier = barrier;
        this.config = config;
        this.clock = clock;
    }

    /** How a client shows candidates: whether it takes the order that it is given. */
    public enum Display {
        /** The client shows them in the order of the lease's slots. */
        IN_SLOTS,
        /** The client shows them in data order, as Label Studio does. */
        IN_DATA_ORDER
    }

    /** A claimed task and what it shows. */
    public record Claimed(Lease lease, TaskCopy task, Shown shown) {
    }

    /** How many tasks of a project a person wants to hold. */
    private record Claim(ProjectRecord project, Person person, int count, Display display) {
    }

    /**
     * {@return the person's live leases in a project, filled up with new ones as far as there are tasks}
     *
     * <p>Before it answers that there are none, it takes back the tasks of silent annotators, and waits until everything that
     * was acknowledged has arrived here. It fails with a 503 that says what lags if that takes too long.
     *
     * @param count how many leases are wanted, from 1 to {@link #LIVE_LEASES_MAX}; no more are returned
     */
    public Uni<List<Claimed>> claim(ProjectRecord project, Person person, int count, Display display) {
        Claim claim = new Claim(project, person, count, display);
        return attempt(claim).chain(held -> held.isEmpty() ? attemptAfter(expireLeases.now(), claim) : item(held))
                .chain(held -> held.isEmpty() ? attemptAfter(barrier.reached(), claim) : item(held));
    }

    private Uni<List<Claimed>> attemptAfter(Uni<?> preparation, Claim claim) {
        return preparation.chain(() -> attempt(claim));
    }

    private Uni<List<Claimed>> attempt(Claim claim) {
        return transactions.write(() -> membership.hold(claim.person(), claim.project().projectId())
                .chain(() -> leases.live(claim.project().projectId(), claim.person().id(), clock.instant()))
                .call(held -> handBackElsewhere(claim))
                .chain(held -> fill(claim, new ArrayList<>(held)))
                .chain(this::shown));
    }

    private Uni<List<Lease>> fill(Claim claim, List<Lease> held) {
        if (held.size() >= claim.count()) {
            return item(held.subList(0, claim.count()));
        }
        return queue.next(claim.project(), claim.person().id())
                .chain(next -> next.isEmpty()
                        ? item(held)
                        : lease(claim, next.get()).invoke(held::add).chain(() -> fill(claim, held)));
    }

    private Uni<Lease> lease(Claim claim, long taskId) {
        return tasks.lock(taskId)
                .map(task -> Shown.of(claim.project().comparisonSpec(), task.read().data()))
                .call(shownContents::keep)
                .chain(shown -> order(claim, taskId, shown).chain(order -> lease(claim, taskId, shown, order)))
                .call(() -> slots.recount(taskId));
    }

    private Uni<Lease> lease(Claim claim, long taskId, Shown shown, ShownOrder order) {
        return leases.nextToken()
                .map(token -> new Lease(claim.project().projectId(), taskId, claim.person().id(), token, shown.sha256(),
                        order, clock.instant(), config.length()))
                .call(leases::persist);
    }

    private Uni<ShownOrder> order(Claim claim, long taskId, Shown shown) {
        ShownOrder asInData = ShownOrder.asInData(shown);
        return claim.display() == Display.IN_DATA_ORDER
                ? item(asInData)
                : leases.orders(taskId)
                        .map(before -> Counterbalance.order(asInData.size(), before, taskId, claim.person().id()));
    }

    /** A person who goes on to another project hands back tasks of the former one, as far as the limit demands. */
    private Uni<Void> handBackElsewhere(Claim claim) {
        return leases.heldElsewhere(claim.project().projectId(), claim.person().id())
                .map(held -> held.subList(0, Math.max(0, held.size() + claim.count() - LIVE_LEASES_MAX)))
                .chain(surplus -> Multi.createFrom()
                        .iterable(surplus)
                        .onItem()
                        .transformToUniAndConcatenate(taskId -> handBack(taskId, claim.person().id()))
                        .collect()
                        .last());
    }

    /** The lease is read once the task's row is locked: one that was read before may have ended since. */
    private Uni<Void> handBack(long taskId, long annotator) {
        return tasks.lock(taskId)
                .chain(() -> leases.live(taskId, annotator))
                .invoke(lease -> lease.ifPresent(Lease::handBack))
                .chain(() -> slots.recount(taskId));
    }

    private Uni<List<Claimed>> shown(List<Lease> held) {
        return Multi.createFrom()
                .iterable(held)
                .onItem()
                .transformToUniAndConcatenate(lease -> tasks.findById(lease.taskId())
                        .chain(task -> shownContents.require(lease.shownSha256())
                                .map(shown -> new Claimed(lease, task, shown))))
                .collect()
                .asList();
    }

    private static <T> Uni<T> item(T item) {
        return Uni.createFrom().item(item);
    }
}
