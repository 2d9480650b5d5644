package org.prefstream.annotation.lease;

import java.time.Clock;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.logging.Logger;
import org.prefstream.annotation.copies.Slots;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.Transactions;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/** Gives tasks back to the queue by ending the leases of annotators who have gone silent. */
@ApplicationScoped
class ExpireLeases {

    private static final Logger LOG = Logger.getLogger(ExpireLeases.class);

    private final Transactions transactions;
    private final Leases leases;
    private final Slots slots;
    private final Clock clock;

    ExpireLeases(Transactions transactions, Leases leases, Slots slots, Clock clock) {
        this.transactions = transactions;
        this.leases = leases;
        this.slots = slots;
        this.clock = clock;
    }

    @Scheduled(every = "2s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> expire() {
        return now().replaceWithVoid();
    }

    /** {@return how many leases it has ended; none where the database is away} */
    Uni<Integer> now() {
        return transactions
                .write(() -> leases.expire(clock.instant()).call(freed -> slots.recount(freed)).map(List::size))
                .onFailure(DatabaseErrors::isTransient)
                .recoverWithUni(failure -> {
                    LOG.debugf("the database is away, leases expire later: %s", failure);
                    return Uni.createFrom().item(0);
                });
    }
}
