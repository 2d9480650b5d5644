package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.prefstream.contract.Topic;
import org.prefstream.kit.database.Signal;

import io.smallrye.mutiny.Uni;

/**
 * How long a copy rests behind a batch, unless somebody waits for records in this process. Each batch costs a transaction, so it is
 * better that a few records gather than that they come one by one. And while many come, somebody else may be waited for: another copy
 * of the same records, or those who label. The first record after a silence was applied at once.
 */
@ApplicationScoped
class CopyPace {

    static final Duration GATHERING = Duration.ofMillis(60);
    /** How long a copy lets others go first while there is always more to apply. Then it catches up. */
    static final Duration BUSY_MAX = Duration.ofSeconds(3);
    /** A batch of so many records is worth its transaction: there is a backlog, and nothing need gather. */
    static final int FULL = 200;
    /** Topics whose records come as a stream under load. */
    private static final Set<Topic> STREAMS = EnumSet.of(Topic.TASKS, Topic.ANNOTATIONS, Topic.PREFERENCES);
    private static final int REST = 3;
    /** A polling thread waits for a second until the next batch is taken from it. */
    private static final Duration REST_MAX = Duration.ofMillis(500);

    private final Signal wanted;
    private final BooleanSupplier isAwaited;
    private final LongSupplier nanos;
    private final Map<Topic, Long> busySince = new ConcurrentHashMap<>();

    @Inject
    CopyPace(AppliedOffsets applied) {
        this(applied.wanted(), applied::areAwaited, System::nanoTime);
    }

    /**
     * @param wanted is raised whenever somebody has to wait until records are applied
     * @param isAwaited whether somebody does now
     */
    CopyPace(Signal wanted, BooleanSupplier isAwaited, LongSupplier nanos) {
        this.wanted = wanted;
        this.isAwaited = isAwaited;
        this.nanos = nanos;
    }

    /** Rests behind a batch of so many records whose transaction took so long. {@return completes after that, or when somebody waits} */
    Uni<Void> rest(Topic topic, int records, Duration took) {
        Duration rest = length(topic, records, took);
        return rest.isZero() ? nothing() : unlessWanted(rest);
    }

    Uni<Void> unlessWanted(Duration rest) {
        Signal.Waiting somebody = wanted.begin();
        Uni<Void> resting = isAwaited.getAsBoolean()
                ? nothing()
                : somebody.raised().ifNoItem().after(rest).recoverWithUni(nothing());
        return resting.onTermination().invoke(() -> somebody.leave());
    }

    /** {@return how long to rest while nobody waits} */
    Duration length(Topic topic, int records, Duration took) {
        if (!STREAMS.contains(topic)) {
            return Duration.ZERO;
        }
        if (records < FULL) {
            busySince.remove(topic);
            return GATHERING;
        }
        long now = nanos.getAsLong();
        long since = busySince.computeIfAbsent(topic, first -> now - took.toNanos());
        return now - since > BUSY_MAX.toNanos()
                ? Duration.ZERO
                : Collections.min(List.of(took.multipliedBy(REST), REST_MAX));
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }
}
