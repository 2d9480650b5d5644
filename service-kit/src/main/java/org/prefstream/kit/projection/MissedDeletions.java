package org.prefstream.kit.projection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;

import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.contract.TopicRecord;
import org.prefstream.kit.database.DatabaseErrors;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.database.FailureLog;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Doubts.Doubt;
import org.prefstream.kit.projection.Doubts.Held;
import org.prefstream.kit.projection.OwnerAnswer.Objection;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.error.ProblemType;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Uni;

/**
 * Finds the deletions that a copy in doubt has missed, if its owner's database has never gone back, or once somebody has said that it
 * shall. It goes through the keys that the copy holds, in portions, and asks their
 * owner which of them it still has. The others are deleted from the copy, each at the revision that follows on the held one. An id
 * never comes back, and a dataset row that does has a higher revision than its deletion had, so nothing newer is lost
 * (docs/adr/0029-copies-ask-what-they-missed.md).
 *
 * <p>No transaction is open while the owner is asked. What was answered counts only if the comparison is still where it was.
 */
@ApplicationScoped
class MissedDeletions {

    /** The most keys that are asked about at a time. */
    static final int KEYS_MAX = 1_000;

    private static final Logger LOG = Logger.getLogger(MissedDeletions.class);
    private static final String QUESTION = "present";
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    /** A question has 256 KiB at most. As JSON a key can be twice as long. */
    private static final int BYTES_MAX = 100_000;

    private final Doubts doubts;
    private final Peers peers;
    private final CopyTransactions transactions;
    private final AppliedOffsets applied;
    private final Map<String, Projection<?>> copies;
    private final Map<String, FailureLog> failures = new ConcurrentHashMap<>();
    private final Map<String, String> lastFailures = new ConcurrentHashMap<>();
    private final TimeBehind behind = new TimeBehind(System::nanoTime);
    private volatile boolean stopped;

    MissedDeletions(Doubts doubts, Peers peers, CopyTransactions transactions, AppliedOffsets applied, TopicNames names,
            @Any Instance<Projection<?>> copies) {
        this.doubts = doubts;
        this.peers = peers;
        this.transactions = transactions;
        this.applied = applied;
        this.copies = copies.stream()
                .filter(copy -> names.consumed().contains(copy.topic()))
                .collect(Collectors.toMap(copy -> names.onBroker(copy.topic()), Function.identity()));
    }

    /** Compares for as long as there is something to compare. It blocks. */
    @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void compare() {
        try {
            boolean more = true;
            while (more && !stopped) {
                more = doubts.all()
                        .stream()
                        .filter(Doubt::comparing)
                        .map(this::tried)
                        .reduce(false, Boolean::logicalOr);
            }
        } catch (DatabaseFailed e) {
            LOG.debug("which copies are in doubt is not known", e);
        }
    }

    /** {@return whether there is more to compare; a copy whose owner is away holds no other one up} */
    private boolean tried(Doubt doubt) {
        FailureLog failure = failures.computeIfAbsent(doubt.topic(),
                topic -> new FailureLog(LOG, "the copy of %s is in doubt and cannot be compared".formatted(topic)));
        try {
            boolean more = compared(doubt);
            failure.over();
            lastFailures.remove(doubt.topic());
            return more;
        } catch (RuntimeException e) {
            lastFailures.put(doubt.topic(), String.valueOf(e.getMessage()));
            if (e instanceof ProblemException || e instanceof DatabaseFailed || DatabaseErrors.isTransient(e)) {
                failure.failed(e);
            } else {
                failure.failedUnexpectedly(e);
            }
            return false;
        }
    }

    private boolean compared(Doubt doubt) {
        Projection<?> copy = copies.get(doubt.topic());
        if (copy == null) {
            throw new IllegalStateException("this service keeps no copy of a topic with that name");
        }
        List<Held> held = copy.held().query().isEmpty()
                ? List.of()
                : portion(doubts.next(doubt, copy.held(), KEYS_MAX));
        if (held.isEmpty()) {
            end(doubt);
            return false;
        }
        List<Held> alive = held.stream().filter(one -> !one.deleted()).toList();
        Set<String> present = alive.isEmpty() ? Set.of() : present(copy.topic(), doubt, alive);
        List<Held> gone = alive.stream().filter(one -> !present.contains(one.key())).toList();
        delete(copy, doubt, held.get(held.size() - 1).key(), gone);
        return true;
    }

    private void end(Doubt doubt) {
        if (doubts.end(doubt)) {
            LOG.infof("the copy of %s was compared with what its owner has, and is no longer in doubt", doubt.topic());
            applied.committed();
        }
    }

    private static List<Held> portion(List<Held> next) {
        int bytes = 0;
        int keys = 0;
        while (keys < next.size() && (keys == 0 || bytes < BYTES_MAX)) {
            bytes += next.get(keys++).key().getBytes(StandardCharsets.UTF_8).length;
        }
        return next.subList(0, keys);
    }

    /** {@return those of the keys that the owner has} Fails where the owner cannot say of the others that they were deleted. */
    private Set<String> present(Topic topic, Doubt doubt, List<Held> held) {
        Positions before = applied.present().await().indefinitely().of(doubt.topic());
        boolean isBehind = false;
        try {
            OwnerAnswer answer = ask(topic, held);
            Objection objection = answer.objection(doubt, before);
            isBehind = objection == Objection.BEHIND;
            if (objection != null) {
                throw refused(topic, doubt, objection);
            }
            return answer.keys();
        } finally {
            if (!isBehind) {
                behind.ended(doubt.since());
            }
        }
    }

    private ProblemException refused(Topic topic, Doubt doubt, Objection objection) {
        String why = "%s-service was asked, and %s".formatted(owner(topic), objection.words());
        if (objection.needsWord() || (objection == Objection.BEHIND && behind.isForLong(doubt.since()))) {
            doubts.awaitWord(doubt, why);
        }
        return new ProblemException(ProblemType.LAGGING, why);
    }

    private OwnerAnswer ask(Topic topic, List<Held> held) {
        Map<String, Object> question = Map.of("topic", topic.topicName(), "keys",
                held.stream().map(Held::key).toList());
        return peers.ask(owner(topic), QUESTION, question, OwnerAnswer.class, PATIENCE)
                .await()
                .indefinitely()
                .orElseThrow(() -> new ProblemException(ProblemType.PEER_UNREACHABLE,
                        "%s-service does not say which keys it has; is it of the same version?"
                                .formatted(owner(topic))));
    }

    private static String owner(Topic topic) {
        return switch (topic) {
            case ACCESS, PROJECTS, TASKS, IMPORTS -> "task";
            case ANNOTATIONS, PREFERENCES -> "annotation";
        };
    }

    /** The row of the doubt is locked first, so that the deletions are stored only for a doubt that is still the same. */
    private <R extends TopicRecord> void delete(Projection<R> copy, Doubt doubt, String reached, List<Held> gone) {
        List<Change<R>> deletions = gone.stream()
                .map(one -> new Change<R>(one.key(), one.revision() + 1, null))
                .toList();
        transactions.write(() -> Doubts.advance(doubt, reached)
                .chain(isOurs -> isOurs && !deletions.isEmpty() ? copy.apply(deletions) : Uni.createFrom().voidItem()))
                .await()
                .indefinitely();
        copy.committed(deletions);
    }

    /** {@return why the comparison of a topic's copy does not go on in this process; empty if it does} */
    Optional<String> obstacle(String topic) {
        return Optional.ofNullable(lastFailures.get(topic));
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stopped = true;
    }
}
