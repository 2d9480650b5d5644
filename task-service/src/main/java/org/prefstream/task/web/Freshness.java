package org.prefstream.task.web;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.logging.Logger;
import org.prefstream.contract.Topic;
import org.prefstream.kit.messaging.Positions;
import org.prefstream.kit.messaging.TopicNames;
import org.prefstream.kit.projection.AppliedOffsets;
import org.prefstream.kit.projection.CoalescedCall;
import org.prefstream.kit.projection.Deadline;
import org.prefstream.kit.projection.Peers;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Lets counters include what annotators were told is stored. An answer waits a moment for it and then comes anyway, with a
 * header that says how long it waited in vain: a list that is late is better than none.
 */
@ApplicationScoped
public class Freshness {

    /** Milliseconds that an answer waited for annotations which it may still lack. */
    public static final String LAG = "Prefstream-Lag-Ms";

    private static final Logger LOG = Logger.getLogger(Freshness.class);
    private static final Duration PATIENCE = Duration.ofMillis(500);

    private final Peers peers;
    private final AppliedOffsets applied;
    private final Set<String> annotations;
    private final CoalescedCall<Boolean> rounds = new CoalescedCall<>(this::round);

    Freshness(Peers peers, AppliedOffsets applied, TopicNames names) {
        this.peers = peers;
        this.applied = applied;
        this.annotations = Set.of(names.onBroker(Topic.ANNOTATIONS));
    }

    /** {@return what is read, as JSON, once everything acknowledged is counted or patience is at its end} */
    public Uni<Response> answer(Supplier<? extends Uni<?>> read) {
        long started = System.nanoTime();
        return rounds.join().ifNoItem().after(PATIENCE).recoverWithItem(false).chain(fresh -> {
            long waited = Duration.ofNanos(System.nanoTime() - started).toMillis();
            return read.get().map(found -> {
                Response.ResponseBuilder response = Response.ok(Json.write(found), MediaType.APPLICATION_JSON_TYPE);
                return (fresh ? response : response.header(LAG, Math.max(1, waited))).build();
            });
        });
    }

    private Uni<Boolean> round() {
        Deadline deadline = Deadline.in(PATIENCE);
        return peers.ask("annotation", "barrier", Map.of("deadline_ms", PATIENCE.toMillis()), Positions.class, PATIENCE)
                .chain(target -> applied.reach(target.orElse(Positions.NONE).within(annotations), deadline))
                .replaceWith(true)
                .onFailure()
                .invoke(failure -> LOG.debugf("counters may be late: %s", failure.getMessage()))
                .onFailure()
                .recoverWithItem(false);
    }
}
