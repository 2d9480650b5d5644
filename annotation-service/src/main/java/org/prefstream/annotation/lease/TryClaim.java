package org.prefstream.annotation.lease;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.annotation.copies.Membership;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.annotation.lease.ClaimTasks.Claimed;
import org.prefstream.annotation.lease.ClaimTasks.Display;
import org.prefstream.annotation.lease.Holdings.Held;
import org.prefstream.annotation.lease.Queue.Found;
import org.prefstream.annotation.verdict.Shown;
import org.prefstream.annotation.verdict.ShownContents;
import org.prefstream.annotation.verdict.ShownOrder;
import org.prefstream.contract.TaskRecord;
import org.prefstream.kit.database.Flight;
import org.prefstream.kit.database.Flights;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;

/**
 * Claims tasks in one transaction, as far as it gets without waiting for anybody. It is a few flights: what the person holds and
 * where the search goes on; the search; the locks, with what must be known of the tasks; the leases.
 */
@ApplicationScoped
class TryClaim {

    /** Claims of one person come one after another, so that each of them sees the leases of those before it. */
    private static final String LOCK_PERSON = "select pg_try_advisory_xact_lock(7310442, hashint8($1))";

    private final Flights flights;
    private final ShownContents shownContents;
    private final Slots slots;
    private final LeaseConfig config;
    private final Clock clock;

    TryClaim(Flights flights, ShownContents shownContents, Slots slots, LeaseConfig config, Clock clock) {
        this.flights = flights;
        this.shownContents = shownContents;
        this.slots = slots;
        this.config = config;
        this.clock = clock;
    }

    /** How a try ended. */
    enum End {
        /** The person holds as many tasks as were wanted. */
        ENOUGH,
        /** There is nothing more that the person may take. */
        NOTHING_LEFT,
        /** The next try may find more. */
        GO_ON,
        /** Somebody else's transaction holds what the person may take, or another claim of the same person runs. */
        HELD_UP
    }

    /** @param claimed what the person holds now, the oldest lease first */
    record Tried(List<Claimed> claimed, End end) {
    }

    Uni<Tried> now(Claim claim) {
        return flights.write(flight -> in(flight, claim));
    }

    private Uni<Tried> in(Flight flight, Claim claim) {
        Future<RowSet<Row>> member = Membership.hold(flight, claim.person(), claim.projectId());
        Future<RowSet<Row>> locked = flight.send(LOCK_PERSON, claim.annotator());
        keep(flight, claim);
        Future<RowSet<Row>> held = Holdings.ask(flight, claim);
        Future<RowSet<Row>> cursor = Cursor.ask(flight, claim);
        return flight.landed().chain(() -> {
            Membership.requireHeld(member.result());
            if (!locked.result().iterator().next().getBoolean(0)) {
                return Uni.createFrom().item(new Tried(List.of(), End.HELD_UP));
            }
            Holdings holdings = Holdings.read(held.result(), claim, clock.instant());
            handBack(flight, claim, holdings.surplus(claim));
            return take(flight, claim, holdings, Cursor.read(cursor.result()));
        });
    }

    private void keep(Flight flight, Claim claim) {
        if (claim.keep() != null) {
            Instant now = clock.instant();
            LeaseTable.keep(flight, claim, now, now.plus(claim.length(config.length())));
        }
    }

    private Uni<Tried> take(Flight flight, Claim claim, Holdings holdings, Cursor cursor) {
        int here = holdings.here().size();
        if (here >= claim.count()) {
            return claimed(flight, holdings.here().subList(0, claim.count()), List.of(), End.ENOUGH);
        }
        return claim.keep() == null
                ? fill(flight, claim, holdings, cursor)
                : FairShare.ask(flight, claim, cursor, holdings.taskIds(), clock.instant())
                        .chain(share -> here >= share.of(here)
                                ? claimed(flight, holdings.here(), List.of(), End.ENOUGH)
                                : fill(flight, claim.atMost(share.of(here)), holdings, cursor));
    }

    /** A person who goes on to another project hands back tasks of the former one, as far as the limit demands. */
    private void handBack(Flight flight, Claim claim, List<Long> taskIds) {
        if (!taskIds.isEmpty()) {
            LeaseTable.handBack(flight, claim.annotator(), taskIds);
            slots.recount(flight, taskIds);
        }
    }

    private Uni<Tried> fill(Flight flight, Claim claim, Holdings holdings, Cursor cursor) {
        int wanted = claim.count() - holdings.here().size();
        return Queue.find(flight, claim, cursor, holdings.taskIds())
                .chain(found -> found.candidates().isEmpty()
                        ? nothing(flight, claim, holdings, cursor, found.cursor())
                        : take(flight, claim, holdings, found, wanted));
    }

    private Uni<Tried> nothing(Flight flight, Claim claim, Holdings holdings, Cursor before, Cursor after) {
        if (!after.equals(before)) {
            after.keep(flight, claim);
        }
        return claimed(flight, holdings.here(), List.of(),
                after.isElsewhereThan(before) ? End.GO_ON : End.NOTHING_LEFT);
    }

    private Uni<Tried> take(Flight flight, Claim claim, Holdings holdings, Found found, int wanted) {
        Future<RowSet<Row>> identities = LeaseTable.identities(flight, wanted);
        return FreeTasks.lock(flight, claim, found.candidates(), wanted).chain(free -> {
            List<Claimed> begun = begin(claim, free, identities.result());
            if (begun.isEmpty()) {
                return claimed(flight, holdings.here(), begun, End.HELD_UP);
            }
            shownContents.keep(flight, begun.stream().map(Claimed::shown).toList());
            LeaseTable.insert(flight, begun.stream().map(Claimed::lease).toList());
            slots.recount(flight, begun.stream().map(one -> one.lease().taskId()).toList());
            found.cursor(free.locked()).keep(flight, claim);
            return claimed(flight, holdings.here(), begun, begun.size() == wanted ? End.ENOUGH : End.GO_ON);
        });
    }

    private List<Claimed> begin(Claim claim, FreeTasks free, RowSet<Row> identities) {
        Instant now = clock.instant();
        List<Claimed> begun = new ArrayList<>();
        Iterator<Row> identity = identities.iterator();
        for (TaskRecord task : free.tasks()) {
            Shown shown = Shown.of(claim.project().comparisonSpec(), task.data());
            Row row = identity.next();
            Lease lease = new Lease(row.getLong(0), claim.projectId(), task.taskId(), claim.annotator(), row.getLong(1),
                    shown.sha256(), order(claim, task, shown, free), now, claim.length(config.length()),
                    claim.keep() != null, claim.project());
            begun.add(new Claimed(lease, task, shown));
        }
        return begun;
    }

    private static ShownOrder order(Claim claim, TaskRecord task, Shown shown, FreeTasks free) {
        ShownOrder asInData = ShownOrder.asInData(shown);
        return claim.display() == Display.IN_DATA_ORDER || !shown.mayBeShuffled()
                ? asInData
                : Counterbalance.order(asInData.size(), free.ordersOf(task), task.taskId(), claim.annotator());
    }

    private Uni<Tried> claimed(Flight flight, List<Held> held, List<Claimed> begun, End end) {
        Set<String> sha256s = held.stream().map(one -> one.lease().shownSha256()).collect(Collectors.toSet());
        return shownContents.of(flight, sha256s).map(shown -> {
            List<Claimed> all = new ArrayList<>(known(held, shown));
            all.addAll(begun);
            return new Tried(all, end);
        });
    }

    private static List<Claimed> known(List<Held> held, Map<String, Shown> shown) {
        return held.stream()
                .map(one -> new Claimed(one.lease(), one.task(),
                        Objects.requireNonNull(shown.get(one.lease().shownSha256()))))
                .toList();
    }
}
