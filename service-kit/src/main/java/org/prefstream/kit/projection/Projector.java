package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.database.CallersContext;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Signal;
import org.prefstream.kit.database.Transactions;
import org.prefstream.kit.messaging.Outbox;
import org.prefstream.kit.messaging.OutboxEntry;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Batch.Decoded;

import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Applies polled records to a projection. A batch, its dead letters and its offsets commit together. If the database is away,
 * the projector waits for it for ever. A record that cannot be decoded or is invalid is put aside, and the partition goes on.
 * Any other failure is tried again for ever. If the database has lost what was applied, its topic is read again from there.
 */
@ApplicationScoped
public class Projector {

    private static final Logger LOG = Logger.getLogger(Projector.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    /** Topics whose records come as a stream under load, and so are worth gathering. */
    private static final Set<Topic> STREAMS = EnumSet.of(Topic.TASKS, Topic.ANNOTATIONS, Topic.PREFERENCES);
    /** How long records of a stream gather behind a batch, unless somebody waits for them. */
    private static final Duration GATHERING = Duration.ofMillis(60);
    /** A batch of so many records is worth its transaction: there is a backlog, and nothing need gather. */
    private static final int FULL = 200;

    private final Transactions transactions;
    private final Outbox outbox;
    private final AppliedOffsets applied;
    private final Readings readings;
    private final TopicNames names;
    private final CopyTransactions copies;
    private final Replay replay;
    private final Handover handover;
    private final Map<Topic, FailureLog> outages = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Projector(Transactions transactions, Outbox outbox, AppliedOffsets applied, Readings readings, TopicNames names,
            CopyTransactions copies, Replay replay, Handover handover) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.applied = applied;
        this.readings = readings;
        this.names = names;
        this.copies = copies;
        this.replay = replay;
        this.handover = handover;
    }

    /**
     * Applies what was polled, but for partitions that were assigned anew since: what they have comes again. It completes when all
     * of it is committed, and never if the topic is refused ({@link Readings}).
     */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, ConsumerRecords<String, byte[]> records) {
        return readings.refusal(names.onBroker(projection.topic())).isPresent()
                ? Uni.createFrom().nothing()
                : applyPresent(projection, records).onTermination()
                        .invoke(() -> handover.done(records))
                        .onFailure(CopyFellBehind.class)
                        .recoverWithUni(loss -> replay.of(projection.topic(), loss));
    }

    /** Fails with {@link CopyFellBehind} if the database has lost what was applied before. */
    private <R extends TopicRecord> Uni<Void> applyPresent(Projection<R> projection,
            ConsumerRecords<String, byte[]> records) {
        readings.checkNowAndThen(names.onBroker(projection.topic()));
        DeadLetters deadLetters = new DeadLetters(names.deadLetters(projection.topic()));
        Map<TopicPartition, Long> known = readings.handled();
        ConsumerRecords<String, byte[]> present = readings.present(records);
        if (present.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untilItWorks(projection, failure -> false,
                () -> decoded(present, () -> Batch.decode(present, recordType(projection), deadLetters)))
                .chain(batch -> apply(projection, new Polled<>(batch, known), deadLetters));
    }

    /** To read a thousand records takes tens of milliseconds, for which people's requests on the event loop need not wait. */
    private static <R extends TopicRecord> Uni<Batch<R>> decoded(ConsumerRecords<?, ?> records,
            Supplier<Batch<R>> decoding) {
        return records.count() < FULL ? Uni.createFrom().item(decoding) : CallersContext.onWorker(decoding);
    }

    /** A batch, and how far this process had handled its partitions when it came. */
    private record Polled<R extends TopicRecord>(Batch<R> batch, Map<TopicPartition, Long> known) {
    }

    private <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, Polled<R> polled,
            DeadLetters deadLetters) {
        Batch<R> batch = polled.batch();
        return written(projection, polled, InvalidRecord::isCauseOf, () -> applyAndNote(projection, batch))
                .onFailure(InvalidRecord::isCauseOf)
                .recoverWithUni(() -> withoutInvalid(projection, polled, deadLetters))
                .invoke(() -> committed(projection, batch))
                .call(() -> isWorthGathering(projection, batch) ? gather() : nothing());
    }

    private <R extends TopicRecord> void committed(Projection<R> projection, Batch<R> batch) {
        readings.handled(batch.positions());
        applied.committed();
        projection.committed(batch.changes());
    }

    /** Dead letters go through entities, which no other statement may be under way beside. */
    private <R extends TopicRecord> Uni<Void> applyAndNote(Projection<R> projection, Batch<R> batch) {
        Uni<Void> applied = Uni.createFrom().deferred(() -> applyAll(projection, batch.changes()));
        Uni<Void> noted = Uni.createFrom().deferred(() -> note(batch, List.of()));
        return batch.letters().isEmpty()
                ? SessionStatements.together(List.of(applied, noted))
                : applied.chain(() -> noted);
    }

    private static boolean isWorthGathering(Projection<?> projection, Batch<?> batch) {
        return STREAMS.contains(projection.topic()) && batch.decoded().size() + batch.letters().size() < FULL;
    }

    /**
     * Each batch costs a transaction, so under load it is better that records gather than that they come one by one. The first
     * one after a silence was applied at once, and somebody who waits for records ends the gathering.
     */
    private Uni<Void> gather() {
        Signal.Waiting wanted = applied.wanted().begin();
        Uni<Void> gathering = applied.areAwaited()
                ? nothing()
                : wanted.raised().ifNoItem().after(GATHERING).recoverWithUni(nothing());
        return gathering.onTermination().invoke(() -> wanted.leave());
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    /** Applies one change that was read from its owner, under the same rule of revisions. */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, Change<R> change) {
        return apply(projection, List.of(change));
    }

    /** Applies changes that were read from their owner, at most one for each key, under the same rule of revisions. */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, List<Change<R>> changes) {
        return changes.isEmpty()
                ? nothing()
                : transactions.write(() -> projection.apply(changes)).invoke(() -> projection.committed(changes));
    }

    /** A record that a projection has stored and cannot use, and why. */
    public record Refused(TopicRecord record, Throwable cause) {
    }

    /** Puts aside, as dead letters, what a projection has stored and cannot use. It runs in the Panache transaction of the caller. */
    public Uni<Void> setAside(List<Refused> refused) {
        return outbox.record(refused.stream()
                .map(one -> new DeadLetters(names.deadLetters(one.record().topic())).of(one.record(), one.cause()))
                .toList());
    }

    /** Finds the invalid records by halves. Offsets are raised last, as applying again changes nothing. */
    private <R extends TopicRecord> Uni<Void> withoutInvalid(Projection<R> projection, Polled<R> polled,
            DeadLetters deadLetters) {
        return halves(projection, polled, polled.batch().decoded(), deadLetters)
                .chain(refused -> written(projection, polled, failure -> false, () -> note(polled.batch(), refused)));
    }

    private <R extends TopicRecord> Uni<List<OutboxEntry>> halves(Projection<R> projection, Polled<R> polled,
            List<Decoded<R>> refused, DeadLetters deadLetters) {
        int half = (refused.size() + 1) / 2;
        return Multi.createFrom()
                .items(refused.subList(0, half), refused.subList(half, refused.size()))
                .onItem()
                .transformToUniAndConcatenate(some -> letters(projection, polled, some, deadLetters))
                .collect()
                .asList()
                .map(letters -> letters.stream().flatMap(List::stream).toList());
    }

    /** {@return the dead letters of those that are invalid, once the others are applied} */
    private <R extends TopicRecord> Uni<List<OutboxEntry>> letters(Projection<R> projection, Polled<R> polled,
            List<Decoded<R>> some, DeadLetters deadLetters) {
        return written(projection, polled, InvalidRecord::isCauseOf, () -> applyAll(projection, Batch.changes(some)))
                .replaceWith(List.<OutboxEntry>of())
                .onFailure(InvalidRecord::isCauseOf)
                .recoverWithUni(invalid -> some.size() > 1
                        ? halves(projection, polled, some, deadLetters)
                        : Uni.createFrom().item(List.of(deadLetters.of(some.get(0).origin(), invalid))));
    }

    private static <R extends TopicRecord> Uni<Void> applyAll(Projection<R> projection, List<Change<R>> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : projection.apply(changes);
    }

    private <R extends TopicRecord> Uni<Void> note(Batch<R> batch, List<OutboxEntry> refused) {
        List<OutboxEntry> letters = new ArrayList<>(batch.letters());
        letters.addAll(refused);
        return outbox.record(letters).chain(() -> applied.raise(batch.positions(), batch.outboxes()));
    }

    /** Commits work, and tries for ever unless records are at fault or the database has lost what came before them. */
    private Uni<Void> written(Projection<?> projection, Polled<?> polled, Predicate<Throwable> isRecords,
            Supplier<Uni<Void>> work) {
        return untilItWorks(projection, failure -> isRecords.test(failure) || failure instanceof CopyFellBehind,
                () -> copies.write(names.onBroker(projection.topic()), polled.known(), work));
    }

    /** Tries for ever, unless a failure is final because no retry helps. */
    private <T> Uni<T> untilItWorks(Projection<?> projection, Predicate<Throwable> isFinal, Supplier<Uni<T>> work) {
        FailureLog outage = outages.computeIfAbsent(projection.topic(),
                topic -> new FailureLog(LOG, "the copy of " + topic.word() + " waits"));
        return Uni.createFrom()
                .deferred(work::get)
                .invoke(outage::over)
                .onFailure(isFinal.negate())
                .invoke(failure -> say(outage, failure))
                .onFailure(failure -> !stopped && !isFinal.test(failure))
                .retry()
                .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
                .indefinitely()
                .onFailure(failure -> stopped)
                .recoverWithUni(Uni.createFrom().nothing());
    }

    private void say(FailureLog outage, Throwable failure) {
        if (DatabaseErrors.isTransient(failure)) {
            outage.failed(failure);
        } else if (!stopped) {
            outage.failedUnexpectedly(failure);
        }
    }

    /** From now on nothing is committed and no result is reported. What was polled is polled again at the next start. */
    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
    }

    @SuppressWarnings("unchecked") // a projection's topic carries its type of record
    private static <R extends TopicRecord> Class<R> recordType(Projection<R> projection) {
        return (Class<R>) projection.topic().recordType();
    }
}
