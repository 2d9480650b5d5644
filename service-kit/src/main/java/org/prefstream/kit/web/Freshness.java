package org.prefstream.kit.web;

import java.time.Duration;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.prefstream.kit.projection.ReadBarrier;
import org.prefstream.labelstudio.json.Json;

import io.smallrye.mutiny.Uni;

/**
 * Lets lists and counters include everything that was acknowledged. An answer waits a moment for that. Then it comes anyway,
 * with a header that says how long it waited in vain, because a list that lags is better than none.
 */
@ApplicationScoped
public class Freshness {

    /** Milliseconds that an answer waited for changes which it may still lack. */
    public static final String LAG = "Prefstream-Lag-Ms";

    private final ReadBarrier barrier;

    Freshness(ReadBarrier barrier) {
        this.barrier = barrier;
    }

    /** {@return what is read, as JSON; it is read once everything acknowledged has been applied, or patience has ended} */
    public Uni<Response> answer(Supplier<? extends Uni<?>> read) {
        long started = System.nanoTime();
        return barrier.reachedInTime().chain(fresh -> {
            long waited = Duration.ofNanos(System.nanoTime() - started).toMillis();
            return read.get().map(found -> {
                Response.ResponseBuilder response = Response.ok(Json.write(found), MediaType.APPLICATION_JSON_TYPE);
                return (fresh ? response : response.header(LAG, Math.max(1, waited))).build();
            });
        });
    }
}
