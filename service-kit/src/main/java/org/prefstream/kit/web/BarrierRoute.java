package org.prefstream.kit.web;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/**
 * Serves {@code /internal/barrier}. It tells another service how far the topics of this service are. It answers once this
 * service has applied the target that the other one named, and has published everything acknowledged by then.
 */
@ApplicationScoped
class BarrierRoute implements InternalRoute {

    private static final long LONGEST_MILLIS = 30_000;

    private final ReadBarrier barrier;

    BarrierRoute(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    record Request(
            @JsonProperty("target") @Nullable Positions target,
            @JsonProperty("deadline_ms") @Nullable Long deadlineMillis) {
    }

    @Override
    public String path() {
        return "barrier";
    }

    @Override
    public Uni<Positions> answer(Map<String, String> parameters, String body) {
        Request request = Json.read(body.isBlank() ? "{}" : body, Request.class);
        long millis = request.deadlineMillis() == null
                ? LONGEST_MILLIS
                : Math.min(LONGEST_MILLIS, request.deadlineMillis());
        return barrier.publishedBehind(request.target() == null ? Positions.NONE : request.target(),
                Deadline.in(Duration.ofMillis(millis)));
    }
}
