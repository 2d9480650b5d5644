package org.prefstream.kit.projection;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.prefstream.contract.Topic;
import org.prefstream.kit.database.DatabaseFailed;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.Doubts.Doubt;
import org.prefstream.kit.projection.LogProbe.Behind;

import io.smallrye.health.api.HealthGroup;

/**
 * Says which copies are late, by the records that lie in the log and are not applied. It asks the log and the database, not the
 * projections, so it also sees one that has stopped without a word. It says as well which copies are in doubt. What it found holds for some seconds, however often it is
 * asked.
 */
@HealthGroup("progress")
@ApplicationScoped
class CopiesProgress implements HealthCheck {

    private static final Duration LATE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration KEPT = Duration.ofSeconds(3);

    private final AppliedOffsets applied;
    private final LogProbe log;
    private final TopicNames names;
    private final Doubts doubts;
    private final MissedDeletions missed;
    private List<String> found = List.of();
    private Deadline until = Deadline.in(Duration.ZERO);

    CopiesProgress(AppliedOffsets applied, LogProbe log, TopicNames names, Doubts doubts, MissedDeletions missed) {
        this.applied = applied;
        this.log = log;
        this.names = names;
        this.doubts = doubts;
        this.missed = missed;
    }

    @Override
    public synchronized HealthCheckResponse call() {
        if (until.isOver()) {
            found = look();
            until = Deadline.in(KEPT);
        }
        var response = HealthCheckResponse.named("copies");
        if (!found.isEmpty()) {
            response.withData("detail", String.join(" ", found));
        }
        return response.status(found.isEmpty()).build();
    }

    private List<String> look() {
        List<String> late = new ArrayList<>();
        try {
            doubts.all().forEach(doubt -> late.add(words(doubt)));
            Deadline deadline = Deadline.in(PATIENCE);
            for (Topic topic : names.consumed()) {
                Map<Integer, Long> offsets = applied.offsets(names.onBroker(topic));
                Behind behind = log.behind(names.onBroker(topic), offsets, deadline);
                if (behind.age().compareTo(LATE) > 0) {
                    late.add("The copy of %s is late: it lacks about %d records, the oldest of which is %d s old."
                            .formatted(topic.word(), behind.records(), behind.age().toSeconds()));
                }
            }
        } catch (KafkaException e) {
            late.add("Kafka does not answer, so nothing is sent and no copy is renewed.");
        } catch (DatabaseFailed readinessSaysIt) {
            return List.of();
        }
        return late;
    }

    private String words(Doubt doubt) {
        String now = doubt.comparing()
                ? missed.obstacle(doubt.topic())
                        .map(why -> "and cannot be compared with what its owner has (docs/running.md): " + why)
                        .orElse("and is being compared with what its owner has"
                                + (doubt.reached().isEmpty() ? "" : ", up to key " + doubt.reached()))
                : "and waits for your word (docs/running.md)";
        return "The copy of %s may hold what was deleted. It has been in doubt since %s, %s.".formatted(doubt.topic(),
                doubt.since().truncatedTo(ChronoUnit.SECONDS), now);
    }
}
