package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.prefstream.kit.database.CommitSignal;

/**
 * How long the relay rests after a transaction, since each one costs something, here and at everybody who reads the topics. Only
 * the relay's thread uses it.
 *
 * <p>What somebody waits for goes first. While an import is stored, nobody may be waiting for what the imports before it have
 * recorded: then the relay works for a quarter of the time. It goes on when somebody begins to wait, when anything but a set of many
 * rows is recorded, and when the import is stored; and it does not rest any more once it has been busy for {@link #BUSY_MAX}, so that it catches up.
 */
@ApplicationScoped
class RelayPace {

    static final Duration BUSY_MAX = Duration.ofSeconds(3);
    /** Around the spacing, a fifth of the time is left to others. */
    private static final int REST_LEAST = 4;
    private static final int REST_MOST = 8;
    private static final int REST_BESIDE_BULK_WRITES = 3;
    /** The lease is renewed between two rests. */
    private static final int LEASE_SHARE = 4;
    private static final Duration LOOK = Duration.ofMillis(10);

    private final RelayConfig config;
    private final BulkWrites bulkWrites;
    private final SettledSignal settled;
    private final CommitSignal recorded;
    private final LongSupplier nanos;
    private long nothingWaitedAt;

    @Inject
    RelayPace(RelayConfig config, BulkWrites bulkWrites, SettledSignal settled, CommitSignal recorded) {
        this(config, bulkWrites, settled, recorded, System::nanoTime);
    }

    RelayPace(RelayConfig config, BulkWrites bulkWrites, SettledSignal settled, CommitSignal recorded,
            LongSupplier nanos) {
        this.config = config;
        this.bulkWrites = bulkWrites;
        this.settled = settled;
        this.recorded = recorded;
        this.nanos = nanos;
        this.nothingWaitedAt = nanos.getAsLong();
    }

    /** Rests after a transaction that took so long, and behind which more rows wait or not. */
    void rest(Duration worked, boolean moreWaits) throws InterruptedException {
        if (!moreWaits) {
            nothingWaitedAt = nanos.getAsLong() - worked.toNanos();
            Thread.sleep(apart(worked, config.spacing()).toMillis());
            return;
        }
        Duration longest = config.lease().dividedBy(LEASE_SHARE);
        Duration rest = Collections.min(List.of(worked.multipliedBy(REST_BESIDE_BULK_WRITES), longest));
        long end = nanos.getAsLong() + rest.toNanos();
        while (letsOthersGoFirst() && nanos.getAsLong() < end) {
            Thread.sleep(LOOK.toMillis());
        }
    }

    /** Notes that no row waits. */
    void nothingWaits() {
        nothingWaitedAt = nanos.getAsLong();
    }

    boolean letsOthersGoFirst() {
        return bulkWrites.areUnderWay() && !recorded.isPressing() && !settled.signal().isAwaited()
                && nanos.getAsLong() - nothingWaitedAt < BUSY_MAX.toNanos();
    }

    /**
     * {@return how long rows gather after a transaction that left none}
     *
     * <p>The first change after a silence goes at once. A transaction that took longer than the spacing shows a busy machine: the relay
     * rests for what it took longer, and does not keep it busy. It rests for a quarter of what it took at least.
     */
    static Duration apart(Duration worked, Duration spacing) {
        Duration apart = worked.minus(spacing).abs();
        Duration least = worked.dividedBy(REST_LEAST);
        Duration most = spacing.multipliedBy(REST_MOST);
        return Collections.min(List.of(Collections.max(List.of(apart, least)), most));
    }
}
