package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.barrier.AppliedOffsets;
import org.prefstream.kit.outbox.Outbox;
import org.prefstream.kit.problem.DatabaseErrors;
import org.prefstream.kit.topic.TopicNames;
import org.prefstream.kit.transaction.Transactions;

import io.smallrye.mutiny.Uni;

/**
 * Applies polled records to a projection. A batch, its dead letters and its offsets commit together; a database that is
 * away is waited for, for ever; what cannot be decoded is put aside and the partition goes on.
 */
@ApplicationScoped
public class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private final Transactions transactions;
    private final Outbox outbox;
    private final AppliedOffsets applied;
    private final TopicNames names;

    Projector(Transactions transactions, Outbox outbox, AppliedOffsets applied, TopicNames names) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.applied = applied;
        this.names = names;
    }

    /** Applies what was polled; completes when it is committed. */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, ConsumerRecords<String, byte[]> records) {
        Batch<R> batch = Batch.decode(records, recordType(projection), names.deadLetters(projection.topic()));
        batch.poison()
                .forEach(letter -> LOG.errorf("put aside %s: %s", letter.key(), letter.headers().get("ps_cause")));
        return transactions.write(() -> applyAll(projection, batch.changes())
                .chain(() -> outbox.record(batch.poison()))
                .chain(() -> applied.raise(batch.positions())))
                .onFailure().invoke(failure -> logFailure(projection, failure))
                .onFailure().retry().withBackOff(FIRST_PAUSE, LONGEST_PAUSE).indefinitely();
    }

    /** Applies one change that was read from its owner, under the same rule of revisions. */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, Change<R> change) {
        return transactions.write(() -> projection.apply(List.of(change)));
    }

    private static <R extends TopicRecord> Uni<Void> applyAll(Projection<R> projection, List<Change<R>> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : projection.apply(changes);
    }

    private static void logFailure(Projection<?> projection, Throwable failure) {
        if (DatabaseErrors.isTransient(failure)) {
            LOG.warnf("%s wait for the database: %s", projection.topic().word(), failure);
        } else {
            LOG.errorf(failure, "%s cannot be applied; trying again", projection.topic().word());
        }
    }

    @SuppressWarnings("unchecked") // a projection's topic carries its type of record
    private static <R extends TopicRecord> Class<R> recordType(Projection<R> projection) {
        return (Class<R>) projection.topic().recordType();
    }
}
