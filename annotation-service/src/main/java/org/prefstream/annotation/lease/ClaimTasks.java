package org.prefstream.annotation.lease;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

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

/** Gives an annotator tasks to label: those they hold already, then new ones from the queue. */
@ApplicationScoped
public class ClaimTasks {

    /** A person holds at most so many tasks at once. */
    public static final int LIVE_LEASES_MAX = 3;

    private final Transactions transactions;
    private final Leases leases;
    private final Queue queue;
    private final Tasks tasks;
    private final Slots slots;
    private final ShownContents shownContents;
    private final ExpireLeases expireLeases;
    private final ReadBarrier barrier;
    private final LeaseConfig config;
    private final Clock clock;

    ClaimTasks(Transactions transactions, Leases leases, Queue queue, Tasks tasks, Slots slots,
            ShownContents shownContents, ExpireLeases expireLeases, ReadBarrier barrier, LeaseConfig config,
            Clock clock) {
        this.transactions = transactions;
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
        /** In the order of the lease's slots. */
        IN_SLOTS,
        /** As Label Studio does: in data order. */
        IN_DATA_ORDER
    }

    /** A claimed task and what it shows. */
    public record Claimed(Lease lease, TaskCopy task, Shown shown) {
    }

    /**
     * {@return the caller's live leases in a project, filled up to count by new ones as far as there are tasks; before the
     * answer is "none", silent annotators' tasks are taken back and freshly imported ones waited for, shortly}
     */
    public Uni<List<Claimed>> claim(ProjectRecord project, Person person, int count, Display display) {
        return attempt(project, person, count, display)
                .chain(held -> held.isEmpty()
                        ? expireLeases.now().chain(() -> attempt(project, person, count, display))
                        : Uni.createFrom().item(held))
                .chain(held -> held.isEmpty()
                        ? barrier.reachedInTime().chain(() -> attempt(project, person, count, display))
                        : Uni.createFrom().item(held));
    }

    private Uni<List<Claimed>> attempt(ProjectRecord project, Person person, int count, Display display) {
        return transactions.write(() -> leases.live(project.projectId(), person.id(), clock.instant())
                .call(held -> handBackElsewhere(project, person, count))
                .chain(held -> fill(project, person, count, display, new ArrayList<>(held)))
                .chain(this::shown));
    }

    private Uni<List<Lease>> fill(ProjectRecord project, Person person, int count, Display display, List<Lease> held) {
        if (held.size() >= count) {
            return Uni.createFrom().item(held.subList(0, count));
        }
        return queue.next(project, person.id())
                .chain(next -> next.isEmpty()
                        ? Uni.createFrom().item(Optional.<Lease>empty())
                        : lease(project, person, next.get(), display).map(Optional::of))
                .chain(lease -> {
                    lease.ifPresent(held::add);
                    return lease.isEmpty() ? Uni.createFrom().item(held) : fill(project, person, count, display, held);
                });
    }

    private Uni<Lease> lease(ProjectRecord project, Person person, long taskId, Display display) {
        return tasks.lock(taskId).chain(task -> {
            Shown shown = Shown.of(project.comparisonSpec(), task.read().data());
            return shownContents.keep(shown)
                    .chain(() -> shownContents.orders(taskId))
                    .chain(before -> leases.nextToken()
                            .map(token -> new Lease(project.projectId(), taskId, person.id(), token, shown.sha256(),
                                    order(shown, before, taskId, person, display), clock.instant(), config.length())))
                    .call(leases::persist)
                    .call(lease -> slots.recount(taskId));
        });
    }

    private static List<Integer> order(Shown shown, List<List<Integer>> before, long taskId, Person person,
            Display display) {
        int candidates = shown.candidates();
        return display == Display.IN_DATA_ORDER
                ? ShownOrder.asInData(candidates).candidates()
                : Counterbalance.order(candidates, before, taskId, person.id());
    }

    /** Who goes to another project gives back what they held before, as far as the limit demands. */
    private Uni<Void> handBackElsewhere(ProjectRecord project, Person person, int count) {
        return leases.liveElsewhere(project.projectId(), person.id()).chain(elsewhere -> {
            List<Lease> surplus = elsewhere.subList(0, Math.max(0, elsewhere.size() + count - LIVE_LEASES_MAX));
            return each(surplus.iterator());
        });
    }

    private Uni<Void> each(Iterator<Lease> surplus) {
        if (!surplus.hasNext()) {
            return Uni.createFrom().voidItem();
        }
        Lease lease = surplus.next();
        return tasks.lock(lease.taskId())
                .invoke(task -> lease.handBack())
                .chain(() -> slots.recount(lease.taskId()))
                .chain(() -> each(surplus));
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
}
