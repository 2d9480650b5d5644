package org.prefstream.kit.messaging;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.DatabaseLife.Identity;

/**
 * What a term does before it relays. It ends what the terms before it left half done, by their manifests. It recognises rows that
 * were sent and have come back because the database went to an earlier moment. And it refuses topics that no longer hold what was
 * published to them.
 */
final class Takeover {

    private static final Logger LOG = Logger.getLogger(Takeover.class);
    /** The clocks of the database and of the relays may differ by this much. */
    private static final Duration CLOCKS = Duration.ofMinutes(1);
    /** So many rows are looked for at a time. */
    private static final int PORTION = 5_000;

    private final RelayRoute route;
    private final OutboxTable outbox;
    private final DatabaseLife life;
    private final Map<String, String> topicIds;
    private final TopicPartition manifests;

    /** @param topicIds the ids of the topics that this service writes to, by their names on the broker */
    Takeover(RelayRoute route, OutboxTable outbox, DatabaseLife life, Map<String, String> topicIds) {
        this.route = route;
        this.outbox = outbox;
        this.life = life;
        this.topicIds = topicIds;
        this.manifests = new TopicPartition(route.manifests(), 0);
    }

    /** What the manifests say that were looked at. */
    private static final class Findings {

        private final List<RowNames> sentAndWaiting = new ArrayList<>();
        private final Set<String> topics = new HashSet<>();
        private int unsettled;
        private boolean unsettledRowsAreGone;
        private boolean areOurs;
        private int epoch;

        /** A relay settles each batch before it commits the next one, and nobody else deletes rows. */
        private boolean showThatTheDatabaseWentBack() {
            return unsettled > 1 || unsettledRowsAreGone;
        }
    }

    /** {@return the identity of the outbox, whose epoch is a new one if the database went back} */
    Identity takeOver() throws SQLException, InterruptedException {
        try (TopicTail tail = new TopicTail(route.kafka())) {
            refuseWhatWasLost(tail);
            Optional<Long> last = tail.last(manifests).map(ConsumerRecord::offset);
            if (last.isPresent()) {
                return settle(tail, last.get());
            }
            if (outbox.positions().offsets().containsKey(key(route.manifests()))) {
                life.notTraceable();
            }
            return life.identity();
        }
    }

    private Identity settle(TopicTail tail, long last) throws SQLException, InterruptedException {
        Identity identity = life.identity();
        Long settled = outbox.positions()
                .offsets()
                .getOrDefault(key(route.manifests()), Map.of())
                .get(manifests.partition());
        Findings findings = look(tail, settled, last, identity);
        if (settled == null && findings.areOurs) {
            life.notTraceable();
        }
        // The epoch is first: whoever finds the positions raised no longer sees that the database went back.
        if (settled != null && findings.showThatTheDatabaseWentBack() && findings.epoch >= identity.epoch()) {
            life.begin(findings.epoch + 1);
        }
        RowNames rows = RowNames.all(findings.sentAndWaiting);
        if (rows.size() > 0) {
            LOG.debugf("%d rows had been sent", rows.size());
        }
        outbox.settle(rows,
                tail.positions(findings.topics)
                        .and(new Positions(Map.of(route.manifests(), Map.of(manifests.partition(), last))))
                        .withIds(topicIds));
        return life.identity();
    }

    private Findings look(TopicTail tail, @Nullable Long settled, long last, Identity identity) throws SQLException {
        Findings findings = new Findings();
        List<RowNames> portion = new ArrayList<>();
        tail.read(manifests, from(tail, settled, last), record -> {
            Manifest manifest = Manifest.read(record.value());
            if (!manifest.outbox().equals(identity.outbox())) {
                return;
            }
            findings.areOurs = true;
            if (settled != null && record.offset() > settled) {
                findings.unsettled++;
                findings.epoch = Math.max(findings.epoch, manifest.epoch());
                findings.unsettledRowsAreGone |= recognise(manifest.rows(), findings) < manifest.rows().size();
            } else {
                portion.add(manifest.rows());
            }
            if (portion.stream().mapToInt(RowNames::size).sum() >= PORTION) {
                recognise(RowNames.all(portion), findings);
                portion.clear();
            }
        });
        recognise(RowNames.all(portion), findings);
        return findings;
    }

    /** Notes those of the rows that are still in the outbox. {@return how many they are} */
    private int recognise(RowNames sent, Findings findings) throws SQLException {
        OutboxTable.Waiting waiting = outbox.waiting(sent);
        findings.sentAndWaiting.add(waiting.rows());
        waiting.topics().forEach(topic -> findings.topics.add(route.topic(topic)));
        return waiting.rows().size();
    }

    /**
     * {@return the offset of the first manifest that matters: that may not be settled, or may name a row that waits, as no row was
     * sent before it was recorded}
     */
    private long from(TopicTail tail, @Nullable Long settled, long last) throws SQLException {
        long unsettled = settled == null ? last : settled + 1;
        Optional<Instant> oldest = outbox.oldestRecordedAt();
        return oldest.isEmpty() ? unsettled : Math.min(unsettled, tail.since(manifests, oldest.get().minus(CLOCKS)));
    }

    /**
     * Compares topics with what was published to them. What is known from earlier versions, without ids, is taken for that of the
     * topic that is there.
     *
     * @throws TopicMismatch if a topic was made anew or has lost its end, and nobody has accepted it as it is
     */
    private void refuseWhatWasLost(TopicTail tail) throws SQLException {
        Map<String, String> accepted = outbox.accepted();
        accepted.entrySet().removeIf(one -> !isOwned(one.getKey(), one.getValue()));
        List<String> lost = new ArrayList<>(lostWhileBeingFilled());
        for (var published : outbox.positions().offsets().entrySet()) {
            String name = Positions.name(published.getKey());
            String id = topicIds.get(name);
            if (id == null) {
                continue;
            }
            if (Positions.topicId(published.getKey()).isEmpty()) {
                outbox.adopt(name, id);
            }
            boolean anew = !Set.of("", id).contains(Positions.topicId(published.getKey()));
            if (!anew && !endsBefore(published.getValue(), tail.ends(name))) {
                continue;
            }
            if (route.isOwned(name) && accepted.remove(name) == null) {
                lost.add(message(name, anew, published.getValue()));
            } else {
                goOnWithout(published.getValue(), name, id);
            }
        }
        for (var whole : accepted.entrySet()) {
            outbox.fill(whole.getKey(), whole.getValue(), false);
        }
        if (!lost.isEmpty()) {
            throw new TopicMismatch(lost);
        }
    }

    /** Until the first portion is settled, there is no position that shows that a topic was lost again. */
    private List<String> lostWhileBeingFilled() throws SQLException {
        Set<String> published = outbox.positions()
                .offsets()
                .keySet()
                .stream()
                .map(Positions::name)
                .collect(Collectors.toSet());
        return outbox.beingFilled()
                .entrySet()
                .stream()
                .filter(one -> route.isOwned(one.getKey()) && topicIds.containsKey(one.getKey()))
                .filter(one -> !one.getValue().equals(topicIds.get(one.getKey())) && !published.contains(one.getKey()))
                .map(one -> message(one.getKey(), true, Map.of()))
                .toList();
    }

    private void goOnWithout(Map<Integer, Long> published, String name, String id) throws SQLException {
        if (name.equals(route.manifests())) {
            life.notTraceable();
        }
        LOG.warnf(
                "topic %s was made anew or has lost its end; it goes on as it is, without what was published up to %s",
                name, published);
        if (route.isOwned(name)) {
            outbox.fill(name, id, true);
        } else {
            outbox.forget(name);
        }
    }

    /** An acceptance holds for the topic with that id and for no other, and once: what is lost later is a loss of its own. */
    private boolean isOwned(String name, String id) {
        return route.isOwned(name) && id.equals(topicIds.get(name));
    }

    private static boolean endsBefore(Map<Integer, Long> published, Map<Integer, Long> ends) {
        return published.entrySet()
                .stream()
                .anyMatch(partition -> ends.getOrDefault(partition.getKey(), 0L) <= partition.getValue());
    }

    private String message(String name, boolean anew, Map<Integer, Long> published) {
        return ("topic %1$s %2$s: what was published up to %3$s is not on it. Bring that topic back; or, to go on with this one%4$s,"
                + " execute in this service's database: select republish('%1$s', '%5$s')").formatted(name,
                        anew ? "was made anew" : "has lost its end", published,
                        route.isKept(name)
                                ? ", filled again from what this service has"
                                : " and without what was on it",
                        topicIds.get(name));
    }

    private String key(String name) {
        return Positions.key(name, topicIds.getOrDefault(name, ""));
    }
}
