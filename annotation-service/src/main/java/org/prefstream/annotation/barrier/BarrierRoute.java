package org.prefstream.annotation.barrier;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.jspecify.annotations.Nullable;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.json.Json;

import com.fasterxml.jackson.annotation.JsonProperty;

import io.smallrye.mutiny.Uni;

/** {@code /internal/barrier}: applies the target given, drains the outbox, answers how far the topics are. */
@ApplicationScoped
class BarrierRoute implements InternalRoute {

    private static final long DEADLINE_MILLIS = 10_000;

    private final CaughtUp caughtUp;

    BarrierRoute(CaughtUp caughtUp) {
        this.caughtUp = caughtUp;
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
        long millis = request.deadlineMillis() == null ? DEADLINE_MILLIS : request.deadlineMillis();
        return caughtUp.behind(request.target() == null ? Positions.NONE : request.target(),
                Deadline.in(Duration.ofMillis(millis)));
    }
}
