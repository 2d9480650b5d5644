package org.prefstream.kit.web;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.kit.projection.Scope;
import org.prefstream.labelstudio.error.ProblemException;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/**
 * Serves {@code /internal/barrier}. It tells another service how far the topics of this service are. It answers once this
 * service has applied the target that the other one named, and has published everything in the scope acknowledged by then.
 */
@ApplicationScoped
class BarrierRoute implements InternalRoute {

    private static final long LONGEST_MILLIS = 30_000;

    private final ReadBarrier barrier;

    BarrierRoute(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    record Request(
            @JsonProperty("projects") @Nullable Set<Long> projects,
            @JsonProperty("topics") @Nullable Set<String> topics,
            @JsonProperty("target") @Nullable Positions target,
            @JsonProperty("deadline_ms") @Nullable Long deadlineMillis) {
    }

    @Override
    public String path() {
        return "barrier";
    }

    @Override
    public Uni<Positions> answer(Map<String, String> parameters, String body) {
        Request request = Json.read(body, Request.class);
        long millis = request.deadlineMillis() == null
                ? LONGEST_MILLIS
                : Math.min(LONGEST_MILLIS, request.deadlineMillis());
        return barrier.publishedBehind(scope(request), request.target() == null ? Positions.NONE : request.target(),
                Deadline.in(Duration.ofMillis(millis)));
    }

    /** Topics that a newer version may name and this one does not know are none that it owns. */
    private static Scope scope(Request request) {
        if (request.projects() == null || request.topics() == null) {
            throw ProblemException.invalid("topics", "the question must name projects and topics");
        }
        Set<Topic> known = Arrays.stream(Topic.values())
                .filter(topic -> request.topics().contains(topic.topicName()))
                .collect(Collectors.toSet());
        return new Scope(request.projects(), known);
    }
}
