package org.prefstream.kit.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.database.SessionStatements;
import org.prefstream.kit.database.Signal;
import org.prefstream.kit.database.Transactions;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;

/**
 * Fills topics again that were made anew or have lost their end, once somebody has accepted them as they are. It goes through what
 * the owner has ({@link Republished}), in the order of ids and in portions. Each portion is one transaction, which records the
 * present states in the outbox under their present revisions and remembers how far it has come. So copies that have them ignore
 * them, and a process that dies leaves no gap.
 *
 * <p>It works where the relay does. A portion waits until the one before it is on its topic, and is smaller than a batch of the
 * relay, so that people's changes go along with it.
 */
@ApplicationScoped
class Republication {

    private static final Logger LOG = Logger.getLogger(Republication.class);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long REMINDER_NANOS = Duration.ofMinutes(1).toNanos();

    /** Whoever works on a portion holds the row, so that two never do. Access comes first: it is small, and all wait for it. */
    private static final String OPEN = """
            select topic, coalesce(reached, 0), coalesce(highest, -1) from republication
            where begun_at is not null and ended_at is null order by topic limit 1 for update
            """;
    private static final String HIGHEST = "select coalesce(max(id), 0) from %s";
    /** Lengths come from the TOAST headers. A first row that is larger than a portion comes alone. */
    private static final String KEYS = """
            select id from (
                select id, sum(bytes) over (order by id rows unbounded preceding) as bytes,
                    row_number() over (order by id) as place
                from (select one.id, %s as bytes from %s one where one.id > ?1 and one.id <= ?2 order by one.id limit 200) head
            ) sized where bytes <= 4194304 or place = 1 order by id
            """;
    private static final String LAST_OUTBOX_ID = "select last_value from outbox_id_seq";
    private static final String NOTE = "update republication set reached = $2, highest = $3 where topic = $1";
    private static final String END = "update republication set ended_at = clock_timestamp() where topic = $1";
    private static final String LOOK = """
            select exists (select from republication where begun_at is not null and ended_at is null),
                exists (select from outbox where id > $1 and id <= $2)
            """;

    private final Transactions transactions;
    private final Outbox outbox;
    private final RelayHealth relay;
    private final Signal settled;
    private final Map<String, Republished> sources;
    private final FailureLog failures = new FailureLog(LOG, "a topic is not filled again");
    /** Null where another process may have recorded the portion before. */
    private volatile @Nullable Recorded before;
    private volatile long saidAt = System.nanoTime();

    Republication(Transactions transactions, Outbox outbox, RelayHealth relay, SettledSignal settled, TopicNames names,
            @Any Instance<Republished> sources) {
        this.transactions = transactions;
        this.outbox = outbox;
        this.relay = relay;
        this.settled = settled.signal();
        this.sources = sources.stream()
                .collect(Collectors.toMap(source -> names.onBroker(source.topic()), Function.identity()));
    }

    /** A topic that is being filled; {@code highest} is -1 if it is not known yet. */
    private record Open(String topic, long reached, long highest) {
    }

    /** The ids of the outbox among which those of a portion are. */
    private record Recorded(long after, long last) {
    }

    /** Whether a topic is being filled, and whether the portion before is still to be relayed. */
    private record Look(boolean isOpen, boolean waits) {
    }

    /** Goes on for as long as there is something to record and this process relays. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    Uni<Void> fill() {
        return Multi.createBy()
                .repeating()
                .uni(this::step)
                .whilst(more -> more && relay.isPublishing())
                .collect()
                .last()
                .onFailure()
                .invoke(failures::failed)
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** {@return whether there is more to do} */
    private Uni<Boolean> step() {
        if (!relay.isPublishing()) {
            before = null;
            return Uni.createFrom().item(false);
        }
        return look().chain(this::stepAfter);
    }

    private Uni<Boolean> stepAfter(Look seen) {
        if (!seen.isOpen) {
            failures.over();
            return Uni.createFrom().item(false);
        }
        return seen.waits ? pause().replaceWith(true) : transactions.write(this::portion).invoke(failures::over);
    }

    private Uni<Look> look() {
        return transactions
                .read(() -> portionBefore().chain(portion -> SessionStatements.row(LOOK, portion.after, portion.last)))
                .map(row -> new Look((Boolean) row[0], (Boolean) row[1]));
    }

    /** What another process may have recorded is among all that was recorded by now. */
    private Uni<Recorded> portionBefore() {
        Recorded known = before;
        return known == null
                ? lastOutboxId().map(last -> new Recorded(0, last)).invoke(all -> before = all)
                : Uni.createFrom().item(known);
    }

    private Uni<Void> pause() {
        Signal.Waiting next = settled.begin();
        return next.raised()
                .ifNoItem()
                .after(PAUSE)
                .recoverWithUni(Uni.createFrom().voidItem())
                .onTermination()
                .invoke(next::leave);
    }

    private Uni<Boolean> portion() {
        return open().chain(found -> found.isPresent() ? portionOf(found.get()) : Uni.createFrom().item(false));
    }

    private static Uni<Optional<Open>> open() {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(OPEN, Object[].class).getResultList())
                .map(rows -> rows.stream()
                        .findFirst()
                        .map(row -> new Open((String) row[0], (Long) row[1], (Long) row[2])));
    }

    private Uni<Boolean> portionOf(Open topic) {
        Republished source = sources.get(topic.topic);
        if (source == null) {
            LOG.warnf(
                    "topic %s cannot be filled again, because what was published to it is kept by those who have read it"
                            + " alone. What they had not read is lost",
                    topic.topic);
            return end(topic);
        }
        return topic.highest < 0
                ? begin(topic, source)
                : keys(topic, source).chain(ids -> ids.isEmpty() ? filled(topic) : record(topic, source, ids));
    }

    /** What is new from now on is published like any other change. */
    private static Uni<Boolean> begin(Open topic, Republished source) {
        return SessionStatements.row(HIGHEST.formatted(source.table())).chain(row -> {
            LOG.infof("topic %s is being filled again from what this service has, up to key %d", topic.topic, row[0]);
            return SessionStatements.update(NOTE, topic.topic, topic.reached, row[0]);
        }).replaceWith(true);
    }

    private static Uni<List<Long>> keys(Open topic, Republished source) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery(KEYS.formatted(source.bytes(), source.table()), Long.class)
                        .setParameter(1, topic.reached)
                        .setParameter(2, topic.highest)
                        .getResultList());
    }

    private Uni<Boolean> record(Open topic, Republished source, List<Long> ids) {
        sayNowAndThen(topic);
        return source.entries(ids)
                .chain(entries -> lastOutboxId().call(() -> outbox.record(entries)))
                .chain(after -> lastOutboxId().invoke(last -> before = new Recorded(after, last)))
                .chain(() -> SessionStatements.update(NOTE, topic.topic, ids.get(ids.size() - 1), topic.highest))
                .replaceWith(true);
    }

    private void sayNowAndThen(Open topic) {
        if (System.nanoTime() - saidAt > REMINDER_NANOS) {
            saidAt = System.nanoTime();
            LOG.infof("topic %s is being filled again: up to key %d of %d", topic.topic, topic.reached, topic.highest);
        }
    }

    private static Uni<Long> lastOutboxId() {
        return SessionStatements.row(LAST_OUTBOX_ID).map(row -> (Long) row[0]);
    }

    private static Uni<Boolean> filled(Open topic) {
        LOG.infof("topic %s holds again what this service has", topic.topic);
        return end(topic);
    }

    /** Another topic may wait to be filled. */
    private static Uni<Boolean> end(Open topic) {
        return SessionStatements.update(END, topic.topic).replaceWith(true);
    }
}
