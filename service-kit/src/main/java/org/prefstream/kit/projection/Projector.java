package org.prefstream.kit.projection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.function.Supplier;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.FailureLog;
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
    private final Map<Topic, FailureLog> outages = new ConcurrentHashMap<>();
    private volatile boolean stopped;

    Projector(Transactions transactions, Outbox outbox, AppliedOffsets applied, Readings readings, TopicNames names) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.applied = applied;
        this.readings = readings;
        this.names = names;
    }

    /** Applies what was polled. It completes when all of it is committed, and never if the topic is refused ({@link Readings}). */
    public <R extends TopicRecord> Uni<Void> apply(Projection<R> projection, ConsumerRecords<String, byte[]> records) {
        String topic = names.onBroker(projection.topic());
        if (readings.refusal(topic).isPresent()) {
            return Uni.createFrom().nothing();
        }
        readings.checkNowAndThen(topic);
        DeadLetters deadLetters = new DeadLetters(names.deadLetters(projection.topic()));
        Batch<R> batch = Batch.decode(records, recordType(projection), deadLetters);
        return untilItWorks(projection, InvalidRecord::isCauseOf,
                () -> applyAll(projection, batch.changes()).chain(() -> note(batch, List.of())))
                .onFailure(InvalidRecord::isCauseOf)
                .recoverWithUni(() -> oneByOne(projection, batch, deadLetters))
                .invoke(() -> readings.handled(batch.positions()))
                .invoke(applied::committed)
                .call(() -> STREAMS.contains(projection.topic()) && records.count() < FULL ? gather() : nothing());
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
        return transactions.write(() -> projection.apply(List.of(change)));
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

    /** Applies records one by one to find the invalid ones. Offsets are raised last, as applying again changes nothing. */
    private <R extends TopicRecord> Uni<Void> oneByOne(Projection<R> projection, Batch<R> batch,
            DeadLetters deadLetters) {
        return Multi.createFrom()
                .iterable(batch.decoded())
                .onItem()
                .transformToUniAndConcatenate(one -> alone(projection, one, deadLetters))
                .collect()
                .asList()
                .chain(refused -> untilItWorks(projection, failure -> false,
                        () -> note(batch, refused.stream().flatMap(Optional::stream).toList())));
    }

    private <R extends TopicRecord> Uni<Optional<OutboxEntry>> alone(Projection<R> projection, Decoded<R> one,
            DeadLetters deadLetters) {
        return untilItWorks(projection, InvalidRecord::isCauseOf, () -> projection.apply(List.of(one.change())))
                .replaceWith(Optional.<OutboxEntry>empty())
                .onFailure(InvalidRecord::isCauseOf)
                .recoverWithItem(invalid -> Optional.of(deadLetters.of(one.origin(), invalid)));
    }

    private static <R extends TopicRecord> Uni<Void> applyAll(Projection<R> projection, List<Change<R>> changes) {
        return changes.isEmpty() ? Uni.createFrom().voidItem() : projection.apply(changes);
    }

    private <R extends TopicRecord> Uni<Void> note(Batch<R> batch, List<OutboxEntry> refused) {
        List<OutboxEntry> letters = new ArrayList<>(batch.letters());
        letters.addAll(refused);
        return outbox.record(letters).chain(() -> applied.raise(batch.positions()));
    }

    /** Tries for ever, unless a failure is final because no retry helps. */
    private Uni<Void> untilItWorks(Projection<?> projection, Predicate<Throwable> isFinal, Supplier<Uni<Void>> work) {
        FailureLog outage = outages.computeIfAbsent(projection.topic(),
                topic -> new FailureLog(LOG, "the copy of " + topic.word() + " waits"));
        return transactions.write(work)
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
