package org.prefstream.task.barrier;

import java.time.Duration;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.OutboxDrain;
import org.prefstream.kit.web.InternalRoute;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/** Answers how far the topics are once everything acknowledged by now is on them, within the time that the body allows. */
@ApplicationScoped
class BarrierRoute implements InternalRoute {

    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final OutboxDrain drain;

    BarrierRoute(OutboxDrain drain) {
        this.drain = drain;
    }

    @Override
    public String path() {
        return "barrier";
    }

    @Override
    public Uni<Positions> answer(Map<String, String> parameters, String body) {
        Object allowed = body.isBlank() ? null : Json.readObject(body).get("deadline_ms");
        Duration patience = allowed instanceof Number millis ? Duration.ofMillis(millis.longValue()) : LONGEST;
        return drain.drained(Deadline.in(patience.compareTo(LONGEST) > 0 ? LONGEST : patience));
    }
}
